/**
 * Every route of the management API: who is let in, and what those who are let in are answered when they ask about
 * something that does not exist, or send `{}`. A new route is a new line.
 *
 * `anybody` is not even asked for a token, `public` may be called without one, `signed-in` asks for somebody, all others
 * name permissions of which one has to be held somewhere. `by session` is closed to API tokens.
 */
export const MANAGEMENT = `
GET /audit                                        | signed-in | 200
GET /audit/actions                                | signed-in | 200
GET /audit/export                                 | signed-in | 200
POST /auth/choose-password                        | public | 400
POST /auth/confirm-email                          | public | 400
POST /auth/forgot-password                        | public | 400
POST /auth/login                                  | public | 400
POST /auth/logout                                 | public | 204
POST /auth/password                               | signed-in, by session | 400
POST /auth/refresh                                | public | 401
POST /auth/second-factor                          | public | 400
POST /auth/second-factor/confirm                  | public | 400
POST /auth/second-factor/enrol                    | public | 400
GET /auth/set-up                                  | public | 200
POST /auth/set-up                                 | public | 400
GET /avatars                                      | signed-in | 200
GET /bulk-operations                              | signed-in, by session | 200
POST /bulk-operations                             | signed-in, by session | 400
GET /bulk-operations/{id}                         | signed-in, by session | 400
POST /bulk-operations/{id}/cancel                 | signed-in, by session | 400
GET /bulk-operations/{id}/items                   | signed-in, by session | 400
GET /collections                                  | signed-in | 200
POST /collections                                 | collection.add | 400
GET /collections/{id}                             | signed-in | 404
PATCH /collections/{id}                           | collection.edit | 404
DELETE /collections/{id}                          | collection.delete | 404
GET /collections/{id}/privacy                     | collection.edit | 404
PUT /collections/{id}/privacy                     | collection.edit | 400
DELETE /collections/{id}/privacy                  | collection.edit | 404
GET /content-types                                | signed-in | 200
GET /content-types/{name}                         | signed-in | 404
GET /documents                                    | signed-in | 200
POST /documents                                   | document.add | 400
GET /documents/facets                             | signed-in | 200
POST /documents/from-url                          | document.add | 400
GET /documents/{id}                               | signed-in | 404
PATCH /documents/{id}                             | document.edit | 404
DELETE /documents/{id}                            | document.delete | 404
GET /documents/{id}/file                          | signed-in | 404
POST /documents/{id}/file                         | document.edit | 400
POST /documents/{id}/restore                      | document.delete | 404
GET /documents/{id}/usage                         | signed-in | 404
GET /documents/{id}/versions                      | document.edit | 404
DELETE /documents/{id}/versions/{versionId}       | document.delete | 404
GET /documents/{id}/versions/{versionId}/file     | document.edit | 404
POST /documents/{id}/versions/{versionId}/restore | document.edit | 404
GET /editor/extensions                            | signed-in | 200
GET /editor/extensions/{name}/{version}.js        | public | 404
GET /embeds                                       | signed-in | 400
GET /groups                                       | group.manage or user.manage, by session | 200
POST /groups                                      | group.manage, by session | 400
GET /groups/{id}                                  | group.manage or user.manage, by session | 404
PATCH /groups/{id}                                | group.manage, by session | 404
DELETE /groups/{id}                               | group.manage, by session | 404
PUT /groups/{id}/members/{userId}                 | user.manage, by session | 404
DELETE /groups/{id}/members/{userId}              | user.manage, by session | 404
POST /groups/{id}/permissions                     | group.manage, by session | 400
GET /health                                       | public | 200
GET /images                                       | signed-in | 200
POST /images                                      | image.add | 400
GET /images/crops                                 | signed-in | 200
GET /images/facets                                | signed-in | 200
POST /images/from-url                             | image.add | 400
GET /images/{id}                                  | signed-in | 404
PATCH /images/{id}                                | image.edit | 404
DELETE /images/{id}                               | image.delete | 404
POST /images/{id}/file                            | image.edit | 404
GET /images/{id}/renditions                       | signed-in | 400
POST /images/{id}/restore                         | image.delete | 404
GET /images/{id}/usage                            | signed-in | 404
GET /images/{id}/versions                         | image.edit | 404
DELETE /images/{id}/versions/{versionId}          | image.delete | 404
GET /images/{id}/versions/{versionId}/file        | image.edit | 404
POST /images/{id}/versions/{versionId}/restore    | image.edit | 404
GET /jobs/health                                  | signed-in | 200
GET /locales                                      | signed-in | 200
POST /locales                                     | locale.add | 400
PATCH /locales/{id}                               | locale.edit | 404
DELETE /locales/{id}                              | locale.delete | 404
GET /me                                           | signed-in, by session | 200
PATCH /me                                         | signed-in, by session | 200
PUT /me/avatar                                    | signed-in, by session | 400
DELETE /me/avatar                                 | signed-in, by session | 204
POST /me/confirm                                  | signed-in, by session | 400
POST /me/email                                    | signed-in, by session | 400
GET /me/permissions                               | signed-in, by session | 200
POST /me/recovery-codes                           | signed-in, by session | 403
POST /me/second-factor                            | signed-in, by session | 200
DELETE /me/second-factor                          | signed-in, by session | 204
POST /me/second-factor/confirm                    | signed-in, by session | 400
GET /me/sessions                                  | signed-in, by session | 200
POST /me/sessions/end-others                      | signed-in, by session | 204
DELETE /me/sessions/{id}                          | signed-in, by session | 400
GET /pages                                        | signed-in | 200
POST /pages                                       | page.add | 400
POST /pages/preview                               | page.add | 400
GET /pages/{id}                                   | signed-in | 404
PATCH /pages/{id}                                 | page.edit or page.add | 400
DELETE /pages/{id}                                | page.delete or page.add | 404
GET /pages/{id}/addresses                         | signed-in | 404
DELETE /pages/{id}/addresses                      | page.publish | 400
GET /pages/{id}/ancestors                         | signed-in | 404
GET /pages/{id}/compare                           | signed-in | 400
POST /pages/{id}/convert-alias                    | page.edit or page.add | 404
POST /pages/{id}/copy                             | page.add | 400
GET /pages/{id}/history                           | signed-in | 404
POST /pages/{id}/lock                             | page.lock | 404
DELETE /pages/{id}/lock                           | signed-in | 404
POST /pages/{id}/move                             | page.edit or page.add or page.publish | 400
POST /pages/{id}/preview                          | page.edit or page.add or page.publish | 404
GET /pages/{id}/privacy                           | page.publish | 404
PUT /pages/{id}/privacy                           | page.publish | 400
DELETE /pages/{id}/privacy                        | page.publish | 404
POST /pages/{id}/publish                          | page.publish | 404
POST /pages/{id}/reorder-children                 | page.publish | 422
POST /pages/{id}/restore                          | page.delete or page.add | 404
POST /pages/{id}/revert                           | page.edit or page.add | 400
GET /pages/{id}/revisions                         | signed-in | 404
GET /pages/{id}/revisions/{revisionId}            | signed-in | 404
PATCH /pages/{id}/revisions/{revisionId}          | page.edit or page.add | 404
POST /pages/{id}/schedule                         | page.publish | 400
DELETE /pages/{id}/schedule                       | page.publish | 404
GET /pages/{id}/targets                           | signed-in | 400
POST /pages/{id}/translate                        | page.add | 400
GET /pages/{id}/translations                      | signed-in | 404
POST /pages/{id}/unpublish                        | page.publish | 404
GET /pages/{id}/usage                             | signed-in | 404
GET /pages/{id}/working-copy                      | page.edit or page.add | 404
PUT /pages/{id}/working-copy                      | page.edit or page.add | 400
DELETE /pages/{id}/working-copy                   | page.edit or page.add | 404
GET /permissions                                  | group.manage or user.manage, by session | 200
GET /records/{type}                               | signed-in | 200
POST /records/{type}                              | snippet.add or model.add | 400
GET /records/{type}/export                        | signed-in | 200
GET /records/{type}/history                       | signed-in | 200
POST /records/{type}/import                       | signed-in | 400
POST /records/{type}/preview                      | snippet.add | 400
GET /records/{type}/{id}                          | signed-in | 404
PATCH /records/{type}/{id}                        | snippet.edit or model.edit | 400
DELETE /records/{type}/{id}                       | snippet.delete or model.delete | 404
GET /records/{type}/{id}/compare                  | signed-in | 400
GET /records/{type}/{id}/history                  | signed-in | 404
POST /records/{type}/{id}/lock                    | snippet.lock | 404
DELETE /records/{type}/{id}/lock                  | signed-in | 404
POST /records/{type}/{id}/preview                 | snippet.view or snippet.edit or snippet.add or snippet.publish or snippet.delete | 404
POST /records/{type}/{id}/publish                 | snippet.publish | 404
POST /records/{type}/{id}/revert                  | snippet.edit | 400
GET /records/{type}/{id}/revisions                | signed-in | 404
GET /records/{type}/{id}/revisions/{revisionId}   | signed-in | 404
PATCH /records/{type}/{id}/revisions/{revisionId} | snippet.edit | 404
POST /records/{type}/{id}/schedule                | snippet.publish | 400
DELETE /records/{type}/{id}/schedule              | snippet.publish | 404
POST /records/{type}/{id}/unpublish               | snippet.publish | 404
GET /records/{type}/{id}/usage                    | signed-in | 404
GET /records/{type}/{id}/working-copy             | snippet.edit | 404
PUT /records/{type}/{id}/working-copy             | snippet.edit | 400
DELETE /records/{type}/{id}/working-copy          | snippet.edit | 404
GET /redirects                                    | redirect.add or redirect.edit or redirect.delete | 200
POST /redirects                                   | redirect.add | 400
GET /redirects/export.csv                         | redirect.add or redirect.edit or redirect.delete | 200
POST /redirects/import                            | redirect.add or redirect.edit | 400
GET /redirects/{id}                               | redirect.add or redirect.edit or redirect.delete | 404
PATCH /redirects/{id}                             | redirect.edit | 404
DELETE /redirects/{id}                            | redirect.delete | 404
GET /reports/locked                               | signed-in | 200
GET /reports/missing-translations                 | signed-in | 400
GET /reports/scheduled                            | signed-in | 200
GET /reports/translation-progress                 | signed-in | 200
GET /reports/unknown-blocks                       | signed-in | 200
GET /settings                                     | signed-in | 200
GET /settings/{type}                              | settings.edit | 200
PATCH /settings/{type}                            | settings.edit | 400
GET /settings/{type}/history                      | settings.edit | 200
GET /sites                                        | signed-in | 200
POST /sites                                       | site.add | 400
GET /sites/{id}                                   | signed-in | 404
PATCH /sites/{id}                                 | site.edit | 404
DELETE /sites/{id}                                | site.delete | 404
GET /tags                                         | signed-in | 200
GET /tokens                                       | token.manage, by session | 200
POST /tokens                                      | token.manage, by session | 400
DELETE /tokens/{id}                               | token.manage, by session | 404
POST /tokens/{id}/rotate                          | token.manage, by session | 404
GET /trash                                        | page.delete or page.add | 200
POST /trash/purge                                 | page.delete or page.add | 400
GET /trash/{id}                                   | page.delete or page.add | 404
DELETE /trash/{id}                                | page.delete or page.add | 404
OPTIONS /uploads                                  | image.add or image.edit or document.add or document.edit | 204
POST /uploads                                     | image.add or image.edit or document.add or document.edit | 400
POST /uploads/direct                              | image.add or image.edit or document.add or document.edit | 400
HEAD /uploads/{id}                                | image.add or image.edit or document.add or document.edit | 404
PATCH /uploads/{id}                               | image.add or image.edit or document.add or document.edit | 400
DELETE /uploads/{id}                              | image.add or image.edit or document.add or document.edit | 404
GET /users                                        | user.manage, by session | 200
POST /users                                       | user.manage, by session | 400
GET /users/export.csv                             | user.manage, by session | 200
POST /users/import                                | user.manage, by session | 400
GET /users/{id}                                   | user.manage, by session | 404
PATCH /users/{id}                                 | user.manage, by session | 404
DELETE /users/{id}                                | user.manage, by session | 404
POST /users/{id}/activate                         | user.manage, by session | 404
POST /users/{id}/end-sessions                     | user.manage, by session | 404
GET /users/{id}/explanation                       | user.manage, by session | 400
POST /users/{id}/invite                           | user.manage, by session | 400
POST /users/{id}/password                         | user.manage, by session | 400
DELETE /users/{id}/second-factor                  | user.manage, by session | 404
POST /users/{id}/suspend                          | user.manage, by session | 404
GET /x/newsletter/summary                         | newsletter.send | 200
`;
