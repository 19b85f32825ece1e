import type { Schema } from '../../platform/database/data-source.js';
import { ModerationAppeal } from './appeals/appeal.entity.js';
import { ModerationClaim } from './desk/claim.entity.js';
import { ModerationDeadline } from './deadlines/deadline.entity.js';
import { ModerationBulk, ModerationKey, ModerationProposal } from './decisions/proposal.entity.js';
import { detectionTables } from './detection/detection.tables.js';
import { ModerationCommitment } from './fairness/commitment.entity.js';
import { ModerationDigest } from './fairness/digest.entity.js';
import { ModerationOutsideRequest } from './fairness/outside-request.entity.js';
import { ModerationChain } from './items/chain.entity.js';
import { ModerationEvent } from './items/item-event.entity.js';
import { ModerationItem } from './items/item.entity.js';
import { ModerationLook } from './looks/look.entity.js';
import { Moderation1764000400000 } from './migrations/1764000400000-moderation.js';
import { ModeratedPlaces1764100000000 } from './migrations/1764100000000-moderated-places.js';
import { ModerationDecisions1764100100000 } from './migrations/1764100100000-moderation-decisions.js';
import { ModerationReports1764100200001 } from './migrations/1764100200001-moderation-reports.js';
import { SanctionsAndReasons1764100300000 } from './migrations/1764100300000-sanctions-and-reasons.js';
import { ModerationInPublic1764100500000 } from './migrations/1764100500000-moderation-in-public.js';
import { Looks1764900000000 } from './migrations/1764900000000-looks.js';
import { KindsOfContent1764950000000 } from './migrations/1764950000000-kinds-of-content.js';
import { SingleKeys1764960000000 } from './migrations/1764960000000-single-keys.js';
import { AppealsOfADecision1764979000000 } from './migrations/1764979000000-appeals-of-a-decision.js';
import { DraftersStandTooNear1765100000004 } from './migrations/1765100000004-drafters-stand-too-near.js';
import { DigestsInTheLog1765200000002 } from './migrations/1765200000002-digests-in-the-log.js';
import { ModerationPanel, ModerationPanelSeat, ModerationVerdict } from './panels/panel.entity.js';
import { ModerationReportAnswer } from './reasons/report-answer.entity.js';
import { ModerationStatement } from './reasons/statement.entity.js';
import { ModerationReport, ModerationReportSnapshot } from './reports/report.entity.js';
import { ModerationRoster } from './roster/duty.entity.js';
import { ModerationSanction } from './sanctions/sanction.entity.js';
import { ModerationTemplate, ModerationTemplateKey, ModerationTemplateVersion } from './templates/template.entity.js';

export const moderationTables: Schema = {
  entities: [
    ModerationItem,
    ModerationEvent,
    ModerationChain,
    ModerationBulk,
    ModerationProposal,
    ModerationKey,
    ModerationPanel,
    ModerationPanelSeat,
    ModerationVerdict,
    ModerationDeadline,
    ModerationRoster,
    ModerationReportSnapshot,
    ModerationReport,
    ModerationClaim,
    ModerationStatement,
    ModerationSanction,
    ModerationReportAnswer,
    ModerationAppeal,
    ModerationTemplate,
    ModerationTemplateVersion,
    ModerationTemplateKey,
    ModerationLook,
    ModerationOutsideRequest,
    ModerationCommitment,
    ModerationDigest,
    ...detectionTables.entities,
  ],
  migrations: [
    Moderation1764000400000,
    ModeratedPlaces1764100000000,
    ModerationDecisions1764100100000,
    ModerationReports1764100200001,
    SanctionsAndReasons1764100300000,
    ModerationInPublic1764100500000,
    ...detectionTables.migrations,
    Looks1764900000000,
    KindsOfContent1764950000000,
    SingleKeys1764960000000,
    AppealsOfADecision1764979000000,
    DraftersStandTooNear1765100000004,
    DigestsInTheLog1765200000002,
  ],
};
