import type { HouseNames } from '../community/house.js';

/** Loads what reads the names of a house, together with the code of its store. */
export const loadNames = async (): Promise<HouseNames> => new (await import('./names.js')).MemberNames();

/** Loads and registers the views of a house: names, PINs and the passphrase. */
export async function loadHouse(): Promise<void> {
  const { defineHouse } = await import('./views.js');
  defineHouse();
}
