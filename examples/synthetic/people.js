// Twenty-four people who do not exist. Names, ids and habits are invented for the demo, the stories and the tests.
/** @type {readonly { id: string, name: string, as: 'resident' | 'senior-peer' | 'staff' }[]} */
export const people = [
  { id: 'p-01', name: 'Sam Adeyo', as: 'resident' },
  { id: 'p-02', name: 'Ana Lindqvist', as: 'resident' },
  { id: 'p-03', name: 'Jo Marsh', as: 'resident' },
  { id: 'p-04', name: 'Kit Okafor', as: 'resident' },
  { id: 'p-05', name: 'Hope Tanaka', as: 'resident' },
  { id: 'p-06', name: 'Luis Ferro', as: 'resident' },
  { id: 'p-07', name: 'Mina Hadad', as: 'resident' },
  { id: 'p-08', name: 'Reed Calloway', as: 'resident' },
  { id: 'p-09', name: 'Sol Brandt', as: 'resident' },
  { id: 'p-10', name: 'Noor Vance', as: 'resident' },
  { id: 'p-11', name: 'Ivo Petrosyan', as: 'resident' },
  { id: 'p-12', name: 'Dara Quill', as: 'resident' },
  { id: 'p-13', name: 'Wes Ambrose', as: 'resident' },
  { id: 'p-14', name: 'Tula Fenn', as: 'resident' },
  { id: 'p-15', name: 'Ezra Holm', as: 'resident' },
  { id: 'p-16', name: 'Bea Castillo', as: 'resident' },
  { id: 'p-17', name: 'Ray Osei', as: 'senior-peer' },
  { id: 'p-18', name: 'Gwen Tallis', as: 'senior-peer' },
  { id: 'p-19', name: 'Milo Strand', as: 'senior-peer' },
  { id: 's-01', name: 'Priya Nair', as: 'staff' },
  { id: 's-02', name: 'Tom Wray', as: 'staff' },
  { id: 's-03', name: 'Ingrid Sato', as: 'staff' },
  { id: 's-04', name: 'Carl Benning', as: 'staff' },
  { id: 's-05', name: 'Amara Diallo', as: 'staff' },
];

/** Two people whom the clinic keeps apart: neither is offered to the other. */
export const apart = [['p-08', 'p-13']];

/** Whom a person may address: everyone but themselves and those kept apart from them. @param {string} id */
export function peopleFor(id) {
  const away = new Set(apart.filter((pair) => pair.includes(id)).flat());
  return people.filter((person) => person.id !== id && !away.has(person.id));
}
