/** The words of a host that are tried in the stories. They are kept as long as the tab, and nowhere else. */
const name = 'milieu-own-words';
const none: Readonly<Record<string, string>> = {};

function stored(): Readonly<Record<string, string>> {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '{}') as Record<string, string>;
  } catch {
    return none;
  }
}

let own = stored();

export const ownWords = (): Readonly<Record<string, string>> => own;

export function setOwnWords(words: Readonly<Record<string, string>>): void {
  own = words;
  try {
    sessionStorage.setItem(name, JSON.stringify(words));
  } catch {
    // Then they last until the page is loaded again.
  }
}
