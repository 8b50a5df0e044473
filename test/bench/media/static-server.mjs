import fastifyStatic from '@fastify/static';
import fastify from 'fastify';

const server = fastify();
await server.register(fastifyStatic, { root: process.argv[2] ?? '.', immutable: true, maxAge: '1y' });
await server.listen({ port: 0, host: '127.0.0.1' });
const address = server.server.address();
console.log(typeof address === 'object' ? address?.port : address);
