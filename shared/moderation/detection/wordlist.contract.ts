import { z } from 'zod';
import { contract } from '../../contract/contract.js';
import { slug } from '../../language/fields.js';
import { allowedHostsView, wordlistView } from './wordlist.schema.js';

export const readWordlists = contract({
  route: 'GET /api/dyads/:dyad/wordlists',
  summary: 'The words that bring a text to a moderator, by language, and the hosts that links may go to',
  action: 'wordlist.view',
  params: z.object({ dyad: slug }),
  response: z.object({ lists: z.array(wordlistView), hosts: allowedHostsView.nullable() }),
});
