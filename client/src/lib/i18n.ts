import i18next, { type i18n } from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { slot } from './storage';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

type Dictionary = Readonly<Record<string, string>>;

/** The words of one feature in both languages; the compiler finds a key that one of them lacks. */
export interface Words<Zh extends Dictionary = Dictionary> {
  readonly zh: Zh;
  readonly en: { readonly [Key in keyof Zh]: string };
}

/** Declares words. Placeholders are written `{{name}}` and must be the same in both languages. */
export function defineWords<const Zh extends Dictionary>(words: {
  readonly zh: Zh;
  readonly en: { readonly [Key in keyof NoInfer<Zh>]: string };
}): Words<Zh> {
  return words;
}

type Placeholders<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;
type Values<Text extends string> = [Placeholders<Text>] extends [never]
  ? [values?: undefined]
  : [values: { readonly [Name in Placeholders<Text>]: string | number }];

/** Gives the text of a key, its placeholders filled. */
export type Translate<Zh extends Dictionary> = <Key extends keyof Zh & string>(
  key: Key,
  ...values: Values<Zh[Key]>
) => string;

const language = slot('language', z.enum(LANGUAGES));

const instance: i18n = i18next.createInstance();
void instance.use(initReactI18next).init({
  lng: language.read() ?? 'zh',
  fallbackLng: false,
  resources: {},
  initAsync: false,
  showSupportNotice: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});

const namespaces = new WeakMap<object, string>();
let namespaceCount = 0;

function namespaceOf(words: Words): string {
  const known = namespaces.get(words);
  if (known !== undefined) return known;
  const name = `words${++namespaceCount}`;
  namespaces.set(words, name);
  for (const each of LANGUAGES) instance.addResourceBundle(each, name, words[each]);
  return name;
}

/** Adds words to others that are known already, whether they were used before or not. */
export function extendWords(words: Words, more: Words<Readonly<Partial<Record<string, string>>> & Dictionary>): void {
  const name = namespaceOf(words);
  for (const each of LANGUAGES) instance.addResourceBundle(each, name, more[each], true, true);
}

/** The words of a feature in the current language. */
export function useWords<Zh extends Dictionary>(words: Words<Zh>): Translate<Zh> {
  const namespace = namespaceOf(words);
  const { t } = useTranslation(namespace, { i18n: instance });
  return useCallback((key: string, values?: object) => t(key, { ...values }), [t]);
}

/** The same outside of components; follows the language at the moment of the call. */
export function translate<Zh extends Dictionary>(words: Words<Zh>): Translate<Zh> {
  const namespace = namespaceOf(words);
  return (key: string, values?: object) => instance.t(key, { ns: namespace, ...values });
}

export function currentLanguage(): Language {
  return instance.language === 'en' ? 'en' : 'zh';
}

/** Switches the language and remembers it on this device. */
export function setLanguage(next: Language): void {
  language.write(next);
  applyLanguage(next);
}

function applyLanguage(next: Language): void {
  void instance.changeLanguage(next);
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
}

/** Puts the remembered language on the document. Call before the first picture. */
export function startLanguage(): void {
  applyLanguage(language.read() ?? 'zh');
  language.subscribe(() => applyLanguage(language.read() ?? 'zh'));
}

export function useLanguage(): [language: Language, setLanguage: (next: Language) => void] {
  const { i18n: current } = useTranslation(undefined, { i18n: instance });
  return [current.language === 'en' ? 'en' : 'zh', setLanguage];
}

/** 5212 → "5,212"; `digits` after the point. */
export function formatNumber(value: number, digits = 0): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}
