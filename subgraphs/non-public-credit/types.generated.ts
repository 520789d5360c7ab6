import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { OwnStatementRow } from '../rights/statements/own-statements.ts';
import type { DisclosureKey, ShownRow, SubjectKey, NonPublicRow, NonPublicPage, ItemKey, UnitKey } from './rows.ts';
import type { Labelled } from '../rights/claims/label.ts';
import type { Context } from '../request/context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar date in Asia/Shanghai, `YYYY-MM-DD`. */
  Date: { input: string; output: string; }
  /** An instant, ISO 8601 with offset. */
  DateTime: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** A catalog item, named. */
export type CatalogItem = {
  readonly __typename?: 'CatalogItem';
  /** Code of the item. */
  readonly code: Scalars['String']['output'];
};

/** A credit subject as collecting units know it. */
export type CreditSubject = {
  readonly __typename?: 'CreditSubject';
  /** Opaque id; holds no identification number. That of a natural person or sole trader is the recipient's own. */
  readonly id: Scalars['ID']['output'];
  /**
   * Non-public credit records (非公共信用信息) that the caller may see, newest first: a party's within agreement and, for persons, authorization (Articles 23
   * and 24); the subject's own. Never shared among departments.
   */
  readonly nonPublicRecords: Maybe<NonPublicRecordConnection>;
};


/** A credit subject as collecting units know it. */
export type CreditSubjectNonPublicRecordsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  items: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  last: InputMaybe<Scalars['Int']['input']>;
};

/** A disclosure, as far as non-public records were shown. */
export type Disclosure = {
  readonly __typename?: 'Disclosure';
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** The non-public records as they were shown then (当时所见), each in the version of that day. */
  readonly shownNonPublicRecords: Maybe<ReadonlyArray<ShownNonPublicRecord>>;
};

/** Kinds of non-public credit information. */
export type NonPublicCategory =
  /** Guarantee (担保). */
  | 'GUARANTEE'
  /** Bills of utilities (公用事业缴费). */
  | 'HOUSEHOLD_BILL'
  /** Loan (借贷). */
  | 'LOAN'
  /** Other (其他). */
  | 'OTHER'
  /** Declared by the subject itself (自主申报), Article 21. */
  | 'SELF_DECLARED'
  /** Trade (交易履约). */
  | 'TRADE';

/** A non-public credit record, Article 3. */
export type NonPublicRecord = {
  readonly __typename?: 'NonPublicRecord';
  /** Kind of information. */
  readonly category: NonPublicCategory;
  /** Unit that collected it. */
  readonly collector: Unit;
  /** Content as collected; what is personal in the text is masked for anyone but the subject, Article 23. */
  readonly content: Maybe<Scalars['String']['output']>;
  /** Whether others may see it (是否公示): false while its subject has it hidden, Article 37. The subject's own view. */
  readonly displayed: Maybe<Scalars['Boolean']['output']>;
  /** Opaque id of the record; the same over its versions. */
  readonly id: Scalars['ID']['output'];
  /** Item that it is held under. */
  readonly item: CatalogItem;
  /** Objection label (异议标注), Article 39; null while no objection is open. */
  readonly objection: Maybe<ObjectionLabel>;
  /** Date of what the record tells. */
  readonly occurredOn: Scalars['Date']['output'];
  /** What the subject itself states beside the record (本人说明), Article 35; null where it states nothing. */
  readonly ownStatement: Maybe<OwnStatement>;
  /** Version, from 1; a correction is a new version. */
  readonly version: Scalars['Int']['output'];
};

/** A page of non-public records. */
export type NonPublicRecordConnection = {
  readonly __typename?: 'NonPublicRecordConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<NonPublicRecordEdge>;
  /** Records. */
  readonly nodes: ReadonlyArray<NonPublicRecord>;
  /** Position. */
  readonly pageInfo: PageInfo;
  /** Number of records that the caller may see. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A non-public record in a page. */
export type NonPublicRecordEdge = {
  readonly __typename?: 'NonPublicRecordEdge';
  /** Opaque cursor of it, for `after` and `before`; good as `endCursor` is. */
  readonly cursor: Scalars['String']['output'];
  /** The record. */
  readonly node: NonPublicRecord;
};

/** Label of an open objection, Article 39. */
export type ObjectionLabel = {
  readonly __typename?: 'ObjectionLabel';
  /** Date by which it is to be decided. The subject's own view. */
  readonly decideBy: Maybe<Scalars['Date']['output']>;
  /** Date of the objection. */
  readonly raisedOn: Scalars['Date']['output'];
};

/** Openness attribute of a catalog item or element, Article 23. */
export type Openness =
  /** Open to a party with an agreement in force that covers the item and the purpose (依协议开放), Article 23 (2). */
  | 'AGREEMENT'
  /** Not open: the subject alone (不予开放). */
  | 'SELF_ONLY'
  /** Open to anyone, with no condition and without identity (无条件开放), Article 23 (1). */
  | 'UNCONDITIONAL';

/** What a subject itself states beside something that is held about it (本人说明), Article 35. It is shown wherever that is, until it is withdrawn. */
export type OwnStatement = {
  readonly __typename?: 'OwnStatement';
  /** Opaque id, by which the subject withdraws it. */
  readonly id: Scalars['ID']['output'];
  /** Whether something in it is masked for others. The subject's own view. */
  readonly masked: Maybe<Scalars['Boolean']['output']>;
  /** Day since which it is shown. */
  readonly shownSince: Scalars['Date']['output'];
  /** The text: whole for the subject, with what is personal in it masked for everybody else, Article 23. */
  readonly text: Scalars['String']['output'];
  /** The text as everybody else reads it. The subject's own view. */
  readonly textForOthers: Maybe<Scalars['String']['output']>;
};

/** Position in a connection, after the Relay cursor connections specification. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /**
   * Opaque cursor of the last node, for `after`; good for the same caller, purpose, matter and arguments alone. Null on an empty page; only `changes`
   * gives back the cursor that was sent.
   */
  readonly endCursor: Maybe<Scalars['String']['output']>;
  /** Whether more follows after this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether more stands before this page; `changes`, which does not look back, says false. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Opaque cursor of the first node, for `before`; null on an empty page. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
};

/** Kinds of personal information that are desensitized, Article 23, last paragraph. */
export type PersonalKind =
  /** Address (住址). */
  | 'ADDRESS'
  /** Date of birth (出生日期). */
  | 'BIRTH_DATE'
  /** Citizen identification number (公民身份号码), GB 11643: 18 digits, those of residence permits of Hong Kong, Macao and Taiwan included. */
  | 'CITIZEN_ID'
  /** Number of another valid identification document (其他有效证件号码). */
  | 'DOCUMENT_NUMBER'
  /** Name (姓名). */
  | 'NAME'
  /** Telephone number (电话号码). */
  | 'PHONE';

/** A non-public record as it was shown. */
export type ShownNonPublicRecord = {
  readonly __typename?: 'ShownNonPublicRecord';
  /** Category. */
  readonly category: NonPublicCategory;
  /** Content as the recipient could see it. */
  readonly content: Maybe<Scalars['String']['output']>;
  /** Whether this version is still what is displayed. */
  readonly current: Scalars['Boolean']['output'];
  /** Item. */
  readonly item: CatalogItem;
  /** Date. */
  readonly occurredOn: Scalars['Date']['output'];
  /** Id of the record. */
  readonly recordId: Scalars['ID']['output'];
  /** Version that was shown. */
  readonly version: Scalars['Int']['output'];
};

/** A unit, named. */
export type Unit = {
  readonly __typename?: 'Unit';
  /** Code of the unit. */
  readonly code: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  CreditSubject: CreditSubject;
  Disclosure: Disclosure;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  CreditSubject:
    ( { __typename: 'CreditSubject' }
    & GraphQLRecursivePick<FederationTypes['CreditSubject'], {"id":true}> );
  Disclosure:
    ( { __typename: 'Disclosure' }
    & GraphQLRecursivePick<FederationTypes['Disclosure'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  CatalogItem: ResolverTypeWrapper<ItemKey>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  CreditSubject: ResolverTypeWrapper<SubjectKey>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Disclosure: ResolverTypeWrapper<DisclosureKey>;
  NonPublicCategory: NonPublicCategory;
  NonPublicRecord: ResolverTypeWrapper<NonPublicRow>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  NonPublicRecordConnection: ResolverTypeWrapper<NonPublicPage>;
  NonPublicRecordEdge: ResolverTypeWrapper<Omit<NonPublicRecordEdge, 'node'> & { node: ResolversTypes['NonPublicRecord'] }>;
  ObjectionLabel: ResolverTypeWrapper<Labelled>;
  Openness: Openness;
  OwnStatement: ResolverTypeWrapper<OwnStatementRow>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PersonalKind: PersonalKind;
  ShownNonPublicRecord: ResolverTypeWrapper<ShownRow>;
  Unit: ResolverTypeWrapper<UnitKey>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  CatalogItem: ItemKey;
  String: Scalars['String']['output'];
  CreditSubject: SubjectKey;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Disclosure: DisclosureKey;
  NonPublicRecord: NonPublicRow;
  Boolean: Scalars['Boolean']['output'];
  NonPublicRecordConnection: NonPublicPage;
  NonPublicRecordEdge: Omit<NonPublicRecordEdge, 'node'> & { node: ResolversParentTypes['NonPublicRecord'] };
  ObjectionLabel: Labelled;
  OwnStatement: OwnStatementRow;
  PageInfo: PageInfo;
  ShownNonPublicRecord: ShownRow;
  Unit: UnitKey;
};

export type OpennessDirectiveArgs = {
  tier: Openness;
};

export type OpennessDirectiveResolver<Result, Parent, ContextType = Context, Args = OpennessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PersonalDirectiveArgs = {
  kind: PersonalKind;
};

export type PersonalDirectiveResolver<Result, Parent, ContextType = Context, Args = PersonalDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CatalogItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CatalogItem'] = ResolversParentTypes['CatalogItem']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreditSubjectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreditSubject'] = ResolversParentTypes['CreditSubject'], FederationReferenceType extends FederationReferenceTypes['CreditSubject'] = FederationReferenceTypes['CreditSubject']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CreditSubject']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nonPublicRecords?: Resolver<Maybe<ResolversTypes['NonPublicRecordConnection']>, ParentType, ContextType, Partial<CreditSubjectNonPublicRecordsArgs>>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DisclosureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Disclosure'] = ResolversParentTypes['Disclosure'], FederationReferenceType extends FederationReferenceTypes['Disclosure'] = FederationReferenceTypes['Disclosure']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Disclosure']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  shownNonPublicRecords?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ShownNonPublicRecord']>>, ParentType, ContextType>;
};

export type NonPublicRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NonPublicRecord'] = ResolversParentTypes['NonPublicRecord']> = {
  category?: Resolver<ResolversTypes['NonPublicCategory'], ParentType, ContextType>;
  collector?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  content?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  objection?: Resolver<Maybe<ResolversTypes['ObjectionLabel']>, ParentType, ContextType>;
  occurredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  ownStatement?: Resolver<Maybe<ResolversTypes['OwnStatement']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NonPublicRecordConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NonPublicRecordConnection'] = ResolversParentTypes['NonPublicRecordConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['NonPublicRecordEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['NonPublicRecord']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NonPublicRecordEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NonPublicRecordEdge'] = ResolversParentTypes['NonPublicRecordEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['NonPublicRecord'], ParentType, ContextType>;
};

export type ObjectionLabelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ObjectionLabel'] = ResolversParentTypes['ObjectionLabel']> = {
  decideBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  raisedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type OwnStatementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OwnStatement'] = ResolversParentTypes['OwnStatement']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  masked?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  shownSince?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  textForOthers?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ShownNonPublicRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShownNonPublicRecord'] = ResolversParentTypes['ShownNonPublicRecord']> = {
  category?: Resolver<ResolversTypes['NonPublicCategory'], ParentType, ContextType>;
  content?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  current?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  occurredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  recordId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UnitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Unit'] = ResolversParentTypes['Unit']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  CatalogItem?: CatalogItemResolvers<ContextType>;
  CreditSubject?: CreditSubjectResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Disclosure?: DisclosureResolvers<ContextType>;
  NonPublicRecord?: NonPublicRecordResolvers<ContextType>;
  NonPublicRecordConnection?: NonPublicRecordConnectionResolvers<ContextType>;
  NonPublicRecordEdge?: NonPublicRecordEdgeResolvers<ContextType>;
  ObjectionLabel?: ObjectionLabelResolvers<ContextType>;
  OwnStatement?: OwnStatementResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  ShownNonPublicRecord?: ShownNonPublicRecordResolvers<ContextType>;
  Unit?: UnitResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  openness?: OpennessDirectiveResolver<any, any, ContextType>;
  personal?: PersonalDirectiveResolver<any, any, ContextType>;
};
