/** The subject of a sample row. */

export interface Person {
  readonly type: 'CITIZEN_ID';
  readonly value: string;
  readonly name: string;
  readonly birthDate: string;
  readonly address: string;
  readonly phone: string;
}

export interface Organization {
  readonly type: 'USCC';
  readonly value: string;
  readonly name: string;
  readonly city: string;
  readonly registeredOn: string;
  readonly entityType: string;
  readonly capital: string;
  readonly scope: string;
  /** Person responsible for it: legal representative, operator of a sole trader, or head of a social organization. */
  readonly representative: Person;
}

export type Subject = Person | Organization;
