import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types of the resolvers of each subgraph, from its SDL; `mappers` say which row stands behind a type. */
const subgraph = (name: string, mappers: Record<string, string>): CodegenConfig['generates'] => ({
  [`subgraphs/${name}/types.generated.ts`]: {
    schema: `schema/${name}.graphql`,
    plugins: ['typescript', 'typescript-resolvers'],
    config: {
      federation: true,
      useTypeImports: true,
      immutableTypes: true,
      enumsAsTypes: true,
      strictScalars: true,
      avoidOptionals: { field: true, inputValue: false, object: true },
      maybeValue: 'T | null',
      inputMaybeValue: 'T | null | undefined',
      contextType: '../context.ts#Context',
      scalars: { Date: 'string', DateTime: 'string', JSON: 'unknown', _FieldSet: 'string', ID: 'string' },
      mappers,
    },
  },
});

const config: CodegenConfig = {
  generates: {
    ...subgraph('catalog', {
      CatalogItem: './rows.ts#ItemRow',
      CatalogElement: './rows.ts#ElementRow',
      Unit: './rows.ts#UnitKey',
      Agreement: './rows.ts#AgreementRow',
      AgreementConnection: './rows.ts#AgreementPage',
      Duty: './rows.ts#DutyRow',
      Authorization: './rows.ts#AuthorizationRow',
      AccessDecision: './rows.ts#AccessRow',
      Disclosure: './rows.ts#DisclosureRow',
      DisclosureConnection: './rows.ts#DisclosurePage',
      DisclosureBasis: '../ledger/entry.ts#Basis',
      Change: './rows.ts#ChangeRow',
      ChangeConnection: './rows.ts#ChangePage',
      ChangedSubject: './rows.ts#ChangeRow',
      Notice: './rows.ts#NoticeRow',
      Deadline: './rows.ts#DeadlineRow',
      DeadlineConnection: './rows.ts#DeadlinePage',
      Purpose: './rows.ts#PurposeRow',
      PurposeCap: '../../schema/law/caps.ts#Cap',
      LedgerProof: './rows.ts#ProofRow',
      LedgerCheckpoint: '../ledger/checkpoint.ts#SignedCheckpoint',
      CreditSubject: './rows.ts#SubjectKey',
    }),
    ...subgraph('public-credit', {
      CreditSubject: './rows.ts#SubjectRow',
      SubjectIdentifier: './rows.ts#SubjectRow',
      RecordConnection: './rows.ts#RecordPage',
      RecordSource: './rows.ts#RecordRow',
      ObjectionLabel: './rows.ts#RecordRow',
      PersonReference: './rows.ts#PersonRow',
      Pledge: './rows.ts#RecordRow',
      CatalogItem: './rows.ts#ItemKey',
      Unit: './rows.ts#UnitKey',
      ...Object.fromEntries(
        [
          'CreditRecord',
          'Registration',
          'Commendation',
          'PledgeRecord',
          'AdministrativePermit',
          'AdministrativePenalty',
          'AdministrativeAct',
          'PublicServiceRecord',
          'LegalDocument',
          'Arrears',
          'UnperformedObligation',
          'DeceptiveConduct',
          'OtherRecord',
        ].map((type) => [type, './rows.ts#RecordRow']),
      ),
    }),
    ...subgraph('non-public-credit', {
      CreditSubject: './rows.ts#SubjectKey',
      NonPublicRecord: './rows.ts#NonPublicRow',
      NonPublicRecordConnection: './rows.ts#NonPublicPage',
      CatalogItem: './rows.ts#ItemKey',
      Unit: './rows.ts#UnitKey',
    }),
    ...subgraph('sanctions', {
      CreditSubject: './rows.ts#SubjectKey',
      Designation: './rows.ts#DesignationRow',
      Incentive: './rows.ts#IncentiveRow',
      SanctionList: './rows.ts#ListRow',
      CatalogItem: './rows.ts#ItemKey',
      Unit: './rows.ts#UnitKey',
    }),
  },
};

export default config;
