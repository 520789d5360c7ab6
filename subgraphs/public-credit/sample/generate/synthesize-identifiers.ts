/** Makes identifiers of synthetic subjects. Region 239999 is not assigned to any place, so that no real subject has one. */

const SYNTHETIC_REGION = '239999';

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CITIZEN_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ORGANIZATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Credit code of `kind` ('91' enterprise, '92' sole trader, '51' social organization). `organization`: eight characters of its organization code. */
export function synthesizeUscc(kind: string, organization: string): string {
  const body = `${kind}${SYNTHETIC_REGION}${organization}${organizationCheck(organization)}`;
  const sum = [...body].reduce((total, char, index) => total + USCC_ALPHABET.indexOf(char) * (3 ** index % 31), 0);
  return body + USCC_ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Citizen number of a person who was born on `birthDate` (YYYY-MM-DD), with a sequence of three digits. */
export function synthesizeCitizenId(birthDate: string, sequence: number): string {
  const body = `${SYNTHETIC_REGION}${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  const sum = CITIZEN_WEIGHTS.reduce((total, weight, index) => total + weight * Number(body.charAt(index)), 0);
  return body + '10X98765432'.charAt(sum % 11);
}

/** GB 11714: letters count from A = 10. */
function organizationCheck(organization: string): string {
  const sum = ORGANIZATION_WEIGHTS.reduce(
    (total, weight, index) => total + weight * Number.parseInt(organization.charAt(index), 36),
    0,
  );
  return '0123456789X0'.charAt(11 - (sum % 11));
}
