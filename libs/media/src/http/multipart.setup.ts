import multipart from '@fastify/multipart';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';

/** Teaches the HTTP server to read multipart bodies, before its routes are made. */
@Injectable()
export class MultipartSetup implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  async onModuleInit(): Promise<void> {
    // Command line tools have no HTTP server.
    const server = this.host.httpAdapter?.getInstance<FastifyInstance>();
    if (!server || server.hasContentTypeParser('multipart/form-data')) return;
    await server.register(multipart, { throwFileSizeLimit: false });
  }
}
