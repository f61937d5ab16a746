/** Up to this many names are all shown, because a person can see them at once. Among more there is a search field. */
export const fewNames = 8;
