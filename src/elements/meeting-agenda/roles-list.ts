import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { everyRole, roleTaker, isAsked, type Role } from '../../model/kinds/meeting/roles.js';
import { FocusAfterAct } from '../controllers/focus-after-act.js';
import { View } from '../controllers/base-view.js';
import { viewStyles } from '../styles/style-sets.js';
import { LatestSaved } from './latest-saved.js';
import type { Meeting } from '../../model/kinds/meeting/table.js';
import type { KeptMeeting } from './meeting-lists.js';
import { planStrings } from './strings.js';
import { oneself } from './print-parts.js';
import { paperStyles } from '../styles/paper.styles.js';
import { roleStyles } from './roles-list.styles.js';

/**
 * The roles of a meeting, each with its consent: who is asked says yes or no, who has a role can hand it back, and a free one can be taken.
 *
 * @tag milieu-meeting-roles
 * @internal
 */
export class MilieuMeetingRoles extends View<typeof planStrings> {
  static override styles = [viewStyles, paperStyles, roleStyles];
  protected readonly english = planStrings;

  @property({ attribute: false }) meeting?: KeptMeeting;
  readonly #newest = new LatestSaved<Meeting>();
  readonly #focus = new FocusAfterAct(this);

  protected override render(): TemplateResult | typeof nothing {
    if (!this.meeting) return nothing;
    const record = this.#newest.of(this.meeting.record);
    const mayTake = Boolean(this.acts && this.community?.can('take-role', record));
    const roles = everyRole.filter((role) => mayTake || roleTaker(record.data, role));
    return html`<dl class="roles">
      ${roles.map(
        (role) =>
          html`<div>
            <dt id="role-${role}" tabindex="-1">${this.t(`meeting.role.${role}`)}</dt>
            <dd>${this.#who(record, role)}</dd>
            ${mayTake ? html`<dd class="on-screen">${this.#ways(record, role)}</dd>` : nothing}
          </div>`,
      )}
    </dl>`;
  }

  #who(record: KeptMeeting['record'], role: Role): unknown {
    const holder = roleTaker(record.data, role);
    if (holder === undefined) return html`<span class="quiet on-screen">${this.t('meeting.role.nobody')}</span><span class="on-paper"></span>`;
    if (holder === this.#me) {
      const words = this.t(isAsked(record, role) ? 'meeting.role.asked-you' : 'meeting.role.you');
      return oneself(words, this.knownName(holder));
    }
    const name = this.name(holder);
    if (!isAsked(record, role)) return name;
    return html`<span class="on-screen">${this.t('meeting.role.asked', { name })}</span><span class="on-paper">${name}</span>`;
  }

  #ways(record: KeptMeeting['record'], role: Role): TemplateResult | typeof nothing {
    const holder = roleTaker(record.data, role);
    if (holder === undefined) return this.#button('take', role, record);
    if (holder !== this.#me) return nothing;
    return isAsked(record, role)
      ? html`<div class="row">${this.#button('agree', role, record)} ${this.#button('decline', role, record)}</div>`
      : this.#button('back', role, record);
  }

  #button(way: 'take' | 'agree' | 'decline' | 'back', role: Role, record: KeptMeeting['record']): TemplateResult {
    const takes = way === 'take' || way === 'agree';
    return html`<button
      class="btn word ${takes ? '' : 'plain'}"
      type="button"
      id="${way}-${role}"
      aria-describedby="role-${role}"
      @click=${(): void => void this.#answer(record, role, takes)}
    >
      ${this.t(`meeting.role.${way}`)}
    </button>`;
  }

  get #me(): string | undefined {
    return this.community?.actor.person;
  }

  async #answer({ kind, id, rev }: KeptMeeting['record'], role: Role, takes: boolean): Promise<void> {
    const taken = { [role]: { asked: '', by: takes ? (this.#me ?? '') : '' } };
    const saved = this.#newest.keep(await this.acts?.act(takes ? 'take-role' : 'hand-back', { kind, id, rev }, { moves: { taken } }));
    if (saved) this.#focus.to(`${takes ? 'back' : 'take'}-${role}`, `role-${role}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-roles': MilieuMeetingRoles;
  }
}
