/** How much one request may hold of a thing. No law sets the figures; they keep one request from holding up all others. */
export const BATCH_SIZES = {
  /** Subjects of `subjects`. */
  subjects: 1_000,
  /** Subjects of `matterChecks`, each of which asks every source. */
  matterChecks: 200,
  /** Subjects of `watch` and `unwatch`. */
  watched: 1_000,
  /** Items of `access`. */
  items: 500,
  /** Records of `submitRecords`. */
  records: 1_000,
  /** Results of `deliverAssessments`. */
  assessments: 1_000,
  /** Entries of `submitDefaulters`. */
  defaulters: 1_000,
  /** Groups of `disclosureCounts`. */
  groups: 10_000,
} as const;
