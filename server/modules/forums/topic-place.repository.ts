import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { TopicPlace } from './place-guards.port.js';

/** A topic as those who guard it need to know it. */
export interface PlacedTopic {
  readonly topicId: string;
  readonly slug: string;
  readonly place: TopicPlace | null;
}

const place = `case when t.place_kind is null then null
  else json_build_object('kind', t.place_kind, 'id', t.place_id) end as place`;

const placed = `select t.id as "topicId", t.slug, ${place} from topic t`;

/** What topics, threads and posts belong to. */
@Injectable()
export class TopicPlaceRepository {
  ofTopic(tx: Tx, dyadId: string, id: string): Promise<PlacedTopic | undefined> {
    return tx.one<PlacedTopic>(`${placed} where t.dyad_id = $1 and t.id = $2`, [dyadId, id]);
  }

  ofThread(tx: Tx, thread: string): Promise<PlacedTopic | undefined> {
    return tx.one<PlacedTopic>(`${placed} join thread th on th.topic_id = t.id where th.id = $1`, [thread]);
  }

  ofPost(tx: Tx, post: string): Promise<PlacedTopic | undefined> {
    return tx.one<PlacedTopic>(
      `${placed} join thread th on th.topic_id = t.id join post p on p.thread_id = th.id where p.id = $1`,
      [post],
    );
  }
}
