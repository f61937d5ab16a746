/** Storybook writes every word of a story's name with a capital letter; we want it only for the first word and for names. */
export const asSaid = (name: string, names: readonly string[] = []): string =>
  name.replace(/(?<= )[A-Z][a-z]+/g, (word) => (names.includes(word) ? word : word.toLowerCase()));

/** The invented people of the stories. */
export const firstNames = ['Ana', 'Sam', 'Jo', 'Kit', 'Hope', 'Ray', 'Priya', 'Tom', 'Luis', 'Mina', 'Start', 'Arabic', 'English'];
