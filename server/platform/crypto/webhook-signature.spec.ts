import { describe, expect, it } from 'vitest';
import { signedHeaders, webhookKey } from './webhook-signature.js';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

describe('SEC-32: signatures of requests to others', () => {
  it('SEC-32: are those of Standard Webhooks, by their published example', () => {
    const key = webhookKey(secret) ?? Buffer.alloc(0);
    const message = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      at: new Date(1_614_265_330_000),
      body: '{"test": 2432232314}',
    };
    expect(signedHeaders(key, message)).toEqual({
      'webhook-id': message.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it.each([
    '',
    'whsec_',
    'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    'whsec_c2hvcnQ=',
    'whsec_not base64 at all, whatever it is',
  ])('SEC-32: %j is no secret', (text) => {
    expect(webhookKey(text)).toBeUndefined();
  });
});
