/** Each organization has one register: the unit that registered it first (Articles 19 and 21). */
export const REGISTERS: readonly string[] = [
  `alter table public_credit.subject add column registered_by text null`,
  `update public_credit.subject s set registered_by = r.providing_unit from public_credit.record r
    where r.subject_id = s.id and r.current and r.type = 'Registration'`,
];
