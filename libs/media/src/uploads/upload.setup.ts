import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';

const TYPE = 'application/offset+octet-stream';

/** Lets the bytes of an upload through as they come in, before the server's routes are made. */
@Injectable()
export class UploadSetup implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    // Command line tools have no HTTP server.
    const server = this.host.httpAdapter?.getInstance<FastifyInstance>();
    if (!server || server.hasContentTypeParser(TYPE)) return;
    server.addContentTypeParser(TYPE, (_request, _body, done) => done(null));
  }
}
