/** A year as it might be arranged; the real one is not published yet. */
export const Y2027 = {
  year: 2027,
  papers: ['https://example.invalid/2027'],
  days: [
    ...['2027-01-01', '2027-01-02', '2027-01-03'].map((date) => ({ name: '元旦', date, isOffDay: true })),
    ...['2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11'].map((date) => ({
      name: '春节',
      date,
      isOffDay: true,
    })),
    { name: '春节', date: '2027-02-13', isOffDay: false },
  ],
};
