/** What a choice among many people needs besides. It is loaded where there are so many. */
export { findPeople } from './find-person.js';
export { recentPeople } from './recent-people.js';
