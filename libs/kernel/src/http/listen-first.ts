import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';

/** True when it has answered, or will. `host` is what the request names, with its port. */
type Answers = (request: IncomingMessage, response: ServerResponse, host: string) => boolean;

/**
 * Lets `answers` see requests before all others who listen so far, which for Fastify is its routes and hooks; what it says to
 * have answered they never see. None of their rules is kept here: whoever answers has to know that they would let the
 * request through.
 */
export function listenFirst(server: Server, answers: Answers): void {
  const others = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const host = hostOf(request);
    // A server that is about to stop tells those who keep a connection to it, which is the others' work.
    if (host !== null && server.listening && answers(request, response, host)) return;
    for (const each of others) each.call(server, request, response);
  });
}

/** Null where a proxy tells another: whether it is to be believed is not decided here. */
function hostOf({ headers }: IncomingMessage): string | null {
  return headers['x-forwarded-host'] === undefined ? (headers.host ?? null) : null;
}
