/** Checks that several commands of this subgraph share. A record id must be a UUID, so that no other text reaches a column of that type. */
export const isId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
