import type { Actor } from '../../../shared/access/actor.js';

/** Turns a session token into the person it stands for; bound by the module that knows sessions and members. */
export abstract class ActorResolver {
  /**
   * Always asks what holds now: a right that was revoked is gone from the next answer on.
   * @param token the value of the session cookie, if one was sent
   * @param dyadSlug the dyad the request is about, if it is about one
   * @throws Failure `request.not_found` when there is no such dyad
   */
  abstract resolve(token: string | undefined, dyadSlug: string | undefined): Promise<Actor>;
}
