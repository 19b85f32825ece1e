import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { roles } from '../../../shared/access/actor.js';
import { Failure } from '../../../shared/contract/failure.js';
import { charterArticle, disclosureView } from '../../../shared/dyads/dyad.schema.js';
import { id } from '../../../shared/language/fields.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { Facts } from '../../platform/events/facts.js';
import { randomId } from '../../platform/ids/ids.js';
import { RightsWatch } from '../../platform/realtime/rights-watch.js';
import { DyadRepository } from './dyad.repository.js';
import { charterAdopted, disclosurePublished } from './dyads.events.js';
import { Enrolment } from './enrolment.port.js';
import { JointActs } from './joint-act.port.js';

const articles = z.array(charterArticle.strict()).min(1).max(60);
const roleChange = z.object({ member: id, role: z.enum(roles) });
const disclosure = disclosureView.pick({ kind: true, title: true, body: true });

/** What stewards of both sides do together in a dyad itself: rules, roles, disclosures. */
@Injectable()
export class DyadActs {
  constructor(
    private readonly dyads: DyadRepository,
    private readonly enrolment: Enrolment,
    private readonly facts: Facts,
    private readonly rights: RightsWatch,
    private readonly clock: Clock,
  ) {}

  registerWith(acts: JointActs): void {
    acts.register({
      kind: 'charter.adopt',
      details: z.object({ articles }),
      check: (tx, dyadId, details) =>
        this.requireBothTexts(
          tx,
          dyadId,
          details.articles.flatMap((one) => [one.title, one.body]),
        ),
      perform: async (tx, details, { dyadId }) => {
        const version = await this.dyads.adoptCharter(tx, dyadId, details.articles, this.clock.now());
        await this.facts.record(tx, dyadId, charterAdopted, { version, articles: details.articles.length });
        // Everybody is asked again, so everybody's open connections are looked at again.
        await this.rights.announceAll(tx);
      },
    });
    for (const change of ['grant', 'revoke'] as const) {
      acts.register({
        kind: `role.${change}`,
        details: roleChange,
        check: async (tx, _, details) => void (await this.enrolment.require(tx, details.member)),
        perform: (tx, details) => this.enrolment.changeRole(tx, details.member, details.role, change),
      });
    }
    acts.register({
      kind: 'disclosure.publish',
      details: disclosure,
      check: (tx, dyadId, details) => this.requireBothTexts(tx, dyadId, [details.title, details.body]),
      perform: async (tx, details, { dyadId }) => {
        await this.dyads.publishDisclosure(tx, dyadId, { id: randomId(), published_at: this.clock.now(), ...details });
        await this.facts.record(tx, dyadId, disclosurePublished, { kind: details.kind, title: details.title });
      },
    });
  }

  /** What binds both sides is written in the language of each. @throws Failure `request.invalid`. */
  private async requireBothTexts(tx: Tx, dyadId: string, texts: readonly Record<string, string>[]): Promise<void> {
    const dyad = await this.dyads.byId(tx, dyadId);
    const complete = dyad && texts.every((text) => text[dyad.language_a]?.trim() && text[dyad.language_b]?.trim());
    if (!complete) throw new Failure('request.invalid');
  }
}
