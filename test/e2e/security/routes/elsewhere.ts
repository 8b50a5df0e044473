/** Every route outside of the management API; read as {@link MANAGEMENT}. */
export const ELSEWHERE = `
GET /api/openapi.json                   | anybody | 200
GET /api/docs                           | anybody | 200
GET /api/docs/index.html                | anybody | 404
GET /api/docs/swagger-ui-init.js        | anybody | 200
GET /api/docs/docs/swagger-ui-init.js   | anybody | 200
GET /api/docs/LICENSE                   | anybody | 404
GET /api/docs-yaml                      | anybody | 200
GET /api/docs*                          | anybody | 404
GET /api/v2/openapi.json                | public | 200
GET /api/v2/docs                        | public | 200
GET /api/v2/docs/docs.js                | public | 200
GET /api/v2/docs/docs.css               | public | 200
GET /api/v2/access                      | public | 404
POST /api/v2/access/password            | public | 400
POST /api/v2/access/session             | signed-in, by session | 200
OPTIONS /api/v2/access                  | public | 204
OPTIONS /api/v2/access/password         | public | 204
OPTIONS /api/v2/access/session          | public | 204
GET /api/v2/{endpoint}                  | public | 301
GET /api/v2/{endpoint}/find             | public | 301
GET /api/v2/{endpoint}/{id}             | public | 301
GET /api/v2/{endpoint}/{id}/{id}        | public | 404
POST /api/v2/{endpoint}                 | public | 301
PUT /api/v2/{endpoint}                  | public | 301
PATCH /api/v2/{endpoint}                | public | 301
DELETE /api/v2/{endpoint}               | public | 301
OPTIONS /api/v2/{endpoint}              | public | 301
POST /api/v2/{endpoint}/{id}            | public | 301
PUT /api/v2/{endpoint}/{id}             | public | 301
PATCH /api/v2/{endpoint}/{id}           | public | 301
DELETE /api/v2/{endpoint}/{id}          | public | 301
OPTIONS /api/v2/{endpoint}/{id}         | public | 301
POST /api/v2/{endpoint}/{id}/{id}       | public | 404
PUT /api/v2/{endpoint}/{id}/{id}        | public | 404
PATCH /api/v2/{endpoint}/{id}/{id}      | public | 404
DELETE /api/v2/{endpoint}/{id}/{id}     | public | 404
OPTIONS /api/v2/{endpoint}/{id}/{id}    | public | 404
POST /api/x/newsletter/subscriptions    | public | 400
GET /avatars/{name}                     | public | 404
GET /documents/{id}/{filename}          | public | 404
GET *                                   | public | 404
`;
