import axe from 'axe-core';

/** Rules for whole pages. A story shows one widget; the headings, landmarks and regions around it belong to the host's page. */
const ofWholePages = ['region', 'page-has-heading-one', 'landmark-one-main'];

/** Rules about colour and position; names, roles and states are the same in every theme and direction. */
export const ofLooks = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'];

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Node = axe.NodeResult;

const where = ({ target }: Node): string => target.flat().join(' ');
const why = ({ any, all, none }: Node): string => [...any, ...all, ...none].map(({ message }) => message).join('; ');

/** Every rule of the tags that is not for whole pages. axe runs target-size only if it is asked for. */
function rulesOf(): string[] {
  return axe
    .getRules(tags)
    .map(({ ruleId }) => ruleId)
    .filter((rule) => !ofWholePages.includes(rule));
}

/**
 * Runs axe on a rendered element.
 * @param only rules to run; by default all that apply
 * @returns one sentence for each violation
 */
export async function audit(root: Element, only?: readonly string[]): Promise<readonly string[]> {
  const values = rulesOf().filter((rule) => !only || only.includes(rule));
  const { violations } = await axe.run(root, { runOnly: { type: 'rule', values }, resultTypes: ['violations'], elementRef: false, preload: false });
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${where(node)} (${why(node)})`));
}
