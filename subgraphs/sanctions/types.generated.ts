import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { DisclosureKey, ShownRow, SubjectKey, DesignationRow, IncentiveRow, ListRow, ItemKey, UnitKey } from './rows.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
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

/** A credit subject on lists. */
export type CreditSubject = {
  readonly __typename?: 'CreditSubject';
  /** Designations as seriously untrustworthy in force (严重失信主体名单), Articles 28 and 29. */
  readonly designations: Maybe<ReadonlyArray<Designation>>;
  /** Opaque id; holds no identification number. */
  readonly id: Scalars['ID']['output'];
  /** Designations as target of incentives in force (守信激励名单), Article 25. */
  readonly incentives: Maybe<ReadonlyArray<Incentive>>;
};

/** A designation as seriously untrustworthy, Article 28. */
export type Designation = {
  readonly __typename?: 'Designation';
  /** Document that the designation rests on. */
  readonly basisDocument: Scalars['String']['output'];
  /** Number of the written decision. The subject's own view. */
  readonly decisionNumber: Maybe<Scalars['String']['output']>;
  /** Date of the decision. */
  readonly designatedOn: Scalars['Date']['output'];
  /** Unit that designated. */
  readonly designatingUnit: Unit;
  /** Ground of Article 29. */
  readonly ground: Ground;
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** Catalog item that the list is held under. */
  readonly item: CatalogItem;
  /** The list. */
  readonly list: SanctionList;
  /** Reasons. The subject's own view. */
  readonly reasons: Maybe<Scalars['String']['output']>;
  /** Remedies. The subject's own view. */
  readonly remedies: Maybe<Scalars['String']['output']>;
  /** Conditions for removal. The subject's own view. */
  readonly removalConditions: Maybe<Scalars['String']['output']>;
  /** Last day of the designation. */
  readonly until: Scalars['Date']['output'];
};

/** A disclosure, as far as designations were shown. */
export type Disclosure = {
  readonly __typename?: 'Disclosure';
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** The designations as they were shown then (当时所见), incentives among them. */
  readonly shownDesignations: Maybe<ReadonlyArray<ShownDesignation>>;
};

/** The eight grounds of Article 29. */
export type Ground =
  /** (2) Failure to pay small and medium-sized enterprises (拖欠中小微企业账款). */
  | 'DEFAULT_ON_PAYMENTS_TO_SMALL_ENTERPRISES'
  /** (4) Serious disruption of fair competition or social order (严重破坏市场公平竞争秩序和社会正常秩序). */
  | 'DISRUPTING_MARKET_OR_SOCIAL_ORDER'
  /** (3) Serious danger to health or life (严重危害人民群众身体健康和生命安全). */
  | 'ENDANGERING_HEALTH_OR_SAFETY'
  /** (1) Administrative organ that does not perform duties or contracts (行政机关不履行法定职责或者合同义务). */
  | 'GOVERNMENT_BREACH_OF_DUTY_OR_CONTRACT'
  /** (8) Other serious conduct provided for by law (其他严重失信行为). */
  | 'OTHER_PROVIDED_BY_LAW'
  /** (6) Refusal of national defense obligations (拒不履行国防义务). */
  | 'REFUSING_NATIONAL_DEFENSE_OBLIGATIONS'
  /** (5) Refusal to perform a judgment or ruling despite ability (有履行能力拒不履行). */
  | 'REFUSING_TO_PERFORM_JUDGMENT_OR_DECISION'
  /** (7) Serious misconduct in research (科研严重失信). */
  | 'RESEARCH_MISCONDUCT';

/** A designation as target of incentives, Article 25. */
export type Incentive = {
  readonly __typename?: 'Incentive';
  /** Date of the decision. */
  readonly designatedOn: Scalars['Date']['output'];
  /** Unit that designated. */
  readonly designatingUnit: Unit;
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** The list. */
  readonly list: SanctionList;
  /** Last day; null while open. */
  readonly until: Maybe<Scalars['Date']['output']>;
};

/** What a list is for. */
export type ListKind =
  /** Targets of incentives, Article 25. */
  | 'INCENTIVE'
  /** Seriously untrustworthy entities, Article 28. */
  | 'SERIOUS_UNTRUSTWORTHINESS';

/** Publication of a list. */
export type ListPublication = {
  readonly __typename?: 'ListPublication';
  /** Date. */
  readonly publishedOn: Scalars['Date']['output'];
  /** Reference. */
  readonly reference: Scalars['String']['output'];
};

/** Openness attribute of a catalog item or element, Article 23. */
export type Openness =
  /** Open to a party with an agreement in force that covers the item and the purpose (依协议开放), Article 23 (2). */
  | 'AGREEMENT'
  /** Not open: the subject alone (不予开放). */
  | 'SELF_ONLY'
  /** Open to anyone, with no condition and without identity (无条件开放), Article 23 (1). */
  | 'UNCONDITIONAL';

/** Kinds of personal information that are desensitized, Article 23, last paragraph. */
export type PersonalKind =
  /** Address (住址). */
  | 'ADDRESS'
  /** Date of birth (出生日期). */
  | 'BIRTH_DATE'
  /** Citizen identification number (公民身份号码), GB 11643. */
  | 'CITIZEN_ID'
  /** Number of another valid identification document (其他有效证件号码). */
  | 'DOCUMENT_NUMBER'
  /** Name (姓名). */
  | 'NAME'
  /** Telephone number (电话号码). */
  | 'PHONE';

/** A list, Articles 25 and 28. */
export type SanctionList = {
  readonly __typename?: 'SanctionList';
  /** Code. */
  readonly code: Scalars['String']['output'];
  /** What the list is for. */
  readonly kind: ListKind;
  /** Name in Chinese. */
  readonly name: Scalars['String']['output'];
  /** Name in English. */
  readonly nameEn: Scalars['String']['output'];
  /** Publication. */
  readonly publication: ListPublication;
};

/** A designation as it was shown. */
export type ShownDesignation = {
  readonly __typename?: 'ShownDesignation';
  /** Document that it rests on; null for an incentive. */
  readonly basisDocument: Maybe<Scalars['String']['output']>;
  /** Whether it is still displayed. */
  readonly current: Scalars['Boolean']['output'];
  /** Date of the designation. */
  readonly designatedOn: Scalars['Date']['output'];
  /** Item. */
  readonly item: CatalogItem;
  /** Code of the list. */
  readonly list: Scalars['String']['output'];
  /** Id of the designation. */
  readonly recordId: Scalars['ID']['output'];
  /** Last day of the period; null for an incentive without one. */
  readonly until: Maybe<Scalars['Date']['output']>;
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
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Designation: ResolverTypeWrapper<DesignationRow>;
  Disclosure: ResolverTypeWrapper<DisclosureKey>;
  Ground: Ground;
  Incentive: ResolverTypeWrapper<IncentiveRow>;
  ListKind: ListKind;
  ListPublication: ResolverTypeWrapper<ListPublication>;
  Openness: Openness;
  PersonalKind: PersonalKind;
  SanctionList: ResolverTypeWrapper<ListRow>;
  ShownDesignation: ResolverTypeWrapper<ShownRow>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Unit: ResolverTypeWrapper<UnitKey>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  CatalogItem: ItemKey;
  String: Scalars['String']['output'];
  CreditSubject: SubjectKey;
  ID: Scalars['ID']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Designation: DesignationRow;
  Disclosure: DisclosureKey;
  Incentive: IncentiveRow;
  ListPublication: ListPublication;
  SanctionList: ListRow;
  ShownDesignation: ShownRow;
  Boolean: Scalars['Boolean']['output'];
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
  designations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Designation']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  incentives?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Incentive']>>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DesignationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Designation'] = ResolversParentTypes['Designation']> = {
  basisDocument?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decisionNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  designatedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  designatingUnit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  ground?: Resolver<ResolversTypes['Ground'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  list?: Resolver<ResolversTypes['SanctionList'], ParentType, ContextType>;
  reasons?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  remedies?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  removalConditions?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type DisclosureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Disclosure'] = ResolversParentTypes['Disclosure'], FederationReferenceType extends FederationReferenceTypes['Disclosure'] = FederationReferenceTypes['Disclosure']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Disclosure']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  shownDesignations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ShownDesignation']>>, ParentType, ContextType>;
};

export type IncentiveResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Incentive'] = ResolversParentTypes['Incentive']> = {
  designatedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  designatingUnit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  list?: Resolver<ResolversTypes['SanctionList'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type ListPublicationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ListPublication'] = ResolversParentTypes['ListPublication']> = {
  publishedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SanctionListResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SanctionList'] = ResolversParentTypes['SanctionList']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ListKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  publication?: Resolver<ResolversTypes['ListPublication'], ParentType, ContextType>;
};

export type ShownDesignationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShownDesignation'] = ResolversParentTypes['ShownDesignation']> = {
  basisDocument?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  current?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  designatedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CatalogItem'], ParentType, ContextType>;
  list?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recordId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type UnitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Unit'] = ResolversParentTypes['Unit']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  CatalogItem?: CatalogItemResolvers<ContextType>;
  CreditSubject?: CreditSubjectResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Designation?: DesignationResolvers<ContextType>;
  Disclosure?: DisclosureResolvers<ContextType>;
  Incentive?: IncentiveResolvers<ContextType>;
  ListPublication?: ListPublicationResolvers<ContextType>;
  SanctionList?: SanctionListResolvers<ContextType>;
  ShownDesignation?: ShownDesignationResolvers<ContextType>;
  Unit?: UnitResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  openness?: OpennessDirectiveResolver<any, any, ContextType>;
  personal?: PersonalDirectiveResolver<any, any, ContextType>;
};
