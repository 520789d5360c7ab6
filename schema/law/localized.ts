/** A sentence in every language that the platform speaks: one that lacks a language does not compile. */
export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

export type Localized = Readonly<Record<Language, string>>;

export const isLanguage = (name: string): name is Language => (LANGUAGES as readonly string[]).includes(name);
