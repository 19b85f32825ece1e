import { z } from 'zod';
import { slug } from '../language/fields.js';
import { socketEvent, streamName } from './signals.js';

/** Follow a stream; the answer holds the number of its newest signal and how many people are following it. */
export const followStream = socketEvent('stream.follow', 'stream.follow', z.object({ dyad: slug, stream: streamName }));

export const leaveStream = socketEvent('stream.leave', 'stream.follow', z.object({ dyad: slug, stream: streamName }));

/** Say that one is writing. Others learn that somebody is, not who. */
export const showTyping = socketEvent('typing.show', 'typing.show', z.object({ dyad: slug, stream: streamName }));

/** Every message that clients may send. */
export const streamEvents = { followStream, leaveStream, showTyping };
