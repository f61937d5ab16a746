/** How a hard moment may feel. The deck offers these as filters, in this order. */
export const moments = ['wound-up', 'flat', 'craving', 'racing', 'unreal', 'flashback', 'after-a-fight', 'ashamed', 'lonely', 'sleepless'] as const;
export type Moment = (typeof moments)[number];
