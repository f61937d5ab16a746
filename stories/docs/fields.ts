import type { Data } from '../../src/model/record.js';
import type { Field } from './facts.js';

type Known<D> = keyof { [K in keyof D as string extends K ? never : K]: D[K] };

interface Must extends Field {
  readonly optional: false;
}
interface May extends Field {
  readonly optional: true;
}

/** Every field of a record in the model, and no other; optional exactly where it is optional there. */
export type FieldsOf<D extends Data> = { readonly [K in Known<D>]-?: undefined extends D[K] ? May : Must };

export const must = (what: string, limit = ''): Must => ({ what, limit, optional: false });
export const may = (what: string, limit = ''): May => ({ what, limit, optional: true });

const figures = new Intl.NumberFormat('en');
export const characters = (most: number, least = 0): string => `${least ? `${least} to ` : 'up to '}${figures.format(most)} characters`;
export const lines = (most: number, each: number): string => `up to ${most}, each up to ${each} characters`;
export const from = (least: number, most: number, of = ''): string => `${least} to ${figures.format(most)}${of && ` ${of}`}`;
export const oneOf = (...words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ');
