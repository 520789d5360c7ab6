/** The kinds of files that evidence may have (Article 39), how each begins, and how large it may be. */
export const KINDS = {
  PDF: { type: 'application/pdf', extension: 'pdf', begins: Buffer.from('%PDF-') },
  JPEG: { type: 'image/jpeg', extension: 'jpg', begins: Buffer.from([0xff, 0xd8, 0xff]) },
  PNG: {
    type: 'image/png',
    extension: 'png',
    begins: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  },
} as const;
export type Kind = keyof typeof KINDS;

export const FILE_TYPES: readonly string[] = Object.values(KINDS).map(({ type }) => type);

export const FILE_MEGABYTES = 10;
export const FILE_BYTES = FILE_MEGABYTES * 1024 * 1024;

/** The kind of a media type as it was sent, without parameters; undefined for any other. */
export const kindOfType = (type: string | undefined): Kind | undefined =>
  (Object.keys(KINDS) as Kind[]).find((kind) => KINDS[kind].type === type?.trim().toLowerCase());

/** Whether the content begins as its kind does. */
export const beginsAs = (kind: Kind, bytes: Uint8Array): boolean => {
  const { begins } = KINDS[kind];
  return begins.equals(bytes.subarray(0, begins.length));
};
