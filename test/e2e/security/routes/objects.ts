/**
 * What each route that names something is asked for by the editor of /b, who may do nothing with it: everything in it
 * belongs to /a or to somebody else. They are told that there is no such thing, or what their permissions say.
 *
 * A word in quotes of the fixture stands for an id: `id=draft of /a`. Bodies name ids as `<draft of /a>`. `-` says why there
 * is nothing to ask: such routes are about what all hold in common, and their permission alone decides.
 */
export const OBJECTS = `
GET /bulk-operations/{id}             | id=bulk operation |
GET /bulk-operations/{id}/items       | id=bulk operation |
POST /bulk-operations/{id}/cancel     | id=bulk operation |
GET /collections/{id}                 | id=private collection |
PATCH /collections/{id}               | id=private collection | {"name":"Mine"}
DELETE /collections/{id}              | id=private collection |
GET /collections/{id}/privacy         | id=private collection |
PUT /collections/{id}/privacy         | id=private collection | {"kind":"login"}
DELETE /collections/{id}/privacy      | id=private collection |
GET /content-types/{name}             | - declarations are no secret among those signed in
GET /documents/{id}                   | id=private document |
PATCH /documents/{id}                 | id=private document | {"title":"Mine"}
DELETE /documents/{id}                | id=private document |
GET /documents/{id}/file              | id=private document |
POST /documents/{id}/file             | id=private document | {"baseVersion":1,"uploadId":"01890000-0000-7000-8000-000000000000"}
POST /documents/{id}/restore          | id=private document | {}
GET /documents/{id}/usage             | id=private document |
GET /documents/{id}/versions          | id=private document |
DELETE /documents/{id}/versions/{versionId}       | id=private document versionId=document version |
GET /documents/{id}/versions/{versionId}/file     | id=private document versionId=document version |
POST /documents/{id}/versions/{versionId}/restore | id=private document versionId=document version | {}
GET /editor/extensions/{name}/{version}.js        | - code of the editor, served to anybody
GET /groups/{id}                      | id=group |
PATCH /groups/{id}                    | id=group | {"name":"Mine"}
DELETE /groups/{id}                   | id=group |
PUT /groups/{id}/members/{userId}     | id=group userId=owner | {}
DELETE /groups/{id}/members/{userId}  | id=group userId=owner |
POST /groups/{id}/permissions         | id=group | {"add":[],"remove":[]}
GET /images/{id}                      | id=private image |
PATCH /images/{id}                    | id=private image | {"title":"Mine"}
DELETE /images/{id}                   | id=private image |
POST /images/{id}/file                | id=private image | {"baseVersion":1,"uploadId":"01890000-0000-7000-8000-000000000000"}
GET /images/{id}/renditions           | id=private image | ?specs=width-10
POST /images/{id}/restore             | id=private image | {}
GET /images/{id}/usage                | id=private image |
GET /images/{id}/versions             | id=private image |
DELETE /images/{id}/versions/{versionId}       | id=private image versionId=image version |
GET /images/{id}/versions/{versionId}/file     | id=private image versionId=image version |
POST /images/{id}/versions/{versionId}/restore | id=private image versionId=image version | {}
PATCH /locales/{id}                   | - one list of languages for all
DELETE /locales/{id}                  | - one list of languages for all
DELETE /me/sessions/{id}              | id=session |
GET /pages/{id}                       | id=draft of /a |
PATCH /pages/{id}                     | id=draft of /a | {"baseRevisionId":1,"fields":{"title":"Mine"}}
DELETE /pages/{id}                    | id=draft of /a |
GET /pages/{id}/addresses             | id=page of /a |
DELETE /pages/{id}/addresses          | id=page of /a | ?siteId=1&path=/x
GET /pages/{id}/ancestors             | id=draft of /a |
GET /pages/{id}/compare               | id=page of /a | ?from=<first revision of /a>&to=<revision of /a>
POST /pages/{id}/convert-alias        | id=draft of /a | {}
POST /pages/{id}/copy                 | id=draft of /a | {"parentId":<section b>}
GET /pages/{id}/history               | id=draft of /a |
POST /pages/{id}/lock                 | id=draft of /a | {}
DELETE /pages/{id}/lock               | id=draft of /a |
POST /pages/{id}/move                 | id=draft of /a | {"parentId":<section b>}
POST /pages/{id}/preview              | id=draft of /a | {}
GET /pages/{id}/privacy               | id=private page of /a |
PUT /pages/{id}/privacy               | id=private page of /a | {"kind":"login"}
DELETE /pages/{id}/privacy            | id=private page of /a |
POST /pages/{id}/publish              | id=draft of /a | {"baseRevisionId":1}
POST /pages/{id}/reorder-children     | id=section a | {"ids":[<draft of /a>]}
POST /pages/{id}/restore              | id=trashed page | {}
POST /pages/{id}/revert               | id=page of /a | {"revisionId":<first revision of /a>,"baseRevisionId":<revision of /a>}
GET /pages/{id}/revisions             | id=page of /a |
GET /pages/{id}/revisions/{revisionId}   | id=page of /a revisionId=first revision of /a |
PATCH /pages/{id}/revisions/{revisionId} | id=page of /a revisionId=first revision of /a | {"name":"Mine"}
POST /pages/{id}/schedule             | id=draft of /a | {"goLive":"2099-01-01T00:00:00Z","baseRevisionId":1}
DELETE /pages/{id}/schedule           | id=draft of /a |
GET /pages/{id}/targets               | id=draft of /a | ?for=move
POST /pages/{id}/translate            | id=draft of /a | {"locales":["de"]}
GET /pages/{id}/translations          | id=draft of /a |
POST /pages/{id}/unpublish            | id=page of /a | {}
GET /pages/{id}/usage                 | id=draft of /a |
GET /pages/{id}/working-copy          | id=page of /a |
PUT /pages/{id}/working-copy          | id=page of /a | {"baseRevisionId":<revision of /a>,"fields":{"title":"Mine"}}
DELETE /pages/{id}/working-copy       | id=page of /a |
GET /records/{type}                   | type=fortress.Member |
POST /records/{type}                  | type=fortress.Member | {"fields":{"name":"Mine"}}
GET /records/{type}/export            | type=fortress.Member |
GET /records/{type}/history           | type=fortress.Member |
POST /records/{type}/import           | - the file comes first; test/e2e/records/files.spec.ts sends one
POST /records/{type}/preview          | type=fortress.Member | {"fields":{}}
GET /records/{type}/{id}              | type=fortress.Member id=member |
PATCH /records/{type}/{id}            | type=fortress.Member id=member | {"baseVersion":1,"fields":{"name":"Mine"}}
DELETE /records/{type}/{id}           | type=fortress.Member id=member |
GET /records/{type}/{id}/compare      | type=garden.Grower id=member | ?from=1&to=live
GET /records/{type}/{id}/history      | type=fortress.Member id=member |
POST /records/{type}/{id}/lock        | type=fortress.Member id=member | {}
DELETE /records/{type}/{id}/lock      | type=fortress.Member id=member |
POST /records/{type}/{id}/preview     | type=fortress.Member id=member | {}
POST /records/{type}/{id}/publish     | type=fortress.Member id=member | {}
POST /records/{type}/{id}/revert      | type=fortress.Member id=member | {"baseVersion":1,"revisionId":<notice revision>}
GET /records/{type}/{id}/revisions    | type=fortress.Member id=member |
GET /records/{type}/{id}/revisions/{revisionId}   | type=fortress.Member id=member revisionId=notice revision |
PATCH /records/{type}/{id}/revisions/{revisionId} | type=fortress.Member id=member revisionId=notice revision | {"name":"Mine"}
POST /records/{type}/{id}/schedule    | type=fortress.Member id=member | {"goLive":"2099-01-01T00:00:00Z"}
DELETE /records/{type}/{id}/schedule  | type=fortress.Member id=member |
POST /records/{type}/{id}/unpublish   | type=fortress.Member id=member | {}
GET /records/{type}/{id}/usage        | type=fortress.Member id=member |
GET /records/{type}/{id}/working-copy | type=fortress.Member id=member |
PUT /records/{type}/{id}/working-copy | type=fortress.Member id=member | {"baseRevisionId":1,"fields":{}}
DELETE /records/{type}/{id}/working-copy | type=fortress.Member id=member |
GET /redirects/{id}                   | - whoever may work on redirects works on all
PATCH /redirects/{id}                 | - whoever may work on redirects works on all
DELETE /redirects/{id}                | - whoever may work on redirects works on all
GET /settings/{type}                  | type=fortress.Keys |
PATCH /settings/{type}                | type=fortress.Keys | {"baseVersion":1,"fields":{"motto":"Mine"}}
GET /settings/{type}/history          | type=fortress.Keys |
GET /sites/{id}                       | - where sites are is public
PATCH /sites/{id}                     | id=site | {"name":"Mine"}
DELETE /sites/{id}                    | id=site |
POST /tokens/{id}/rotate              | id=token | {}
DELETE /tokens/{id}                   | id=token |
GET /trash/{id}                       | id=trashed page |
DELETE /trash/{id}                    | id=trashed page |
HEAD /uploads/{id}                    | id=upload |
PATCH /uploads/{id}                   | id=upload |
DELETE /uploads/{id}                  | id=upload |
GET /users/{id}                       | id=owner |
PATCH /users/{id}                     | id=owner | {"name":"Mine"}
DELETE /users/{id}                    | id=owner |
POST /users/{id}/activate             | id=owner | {}
POST /users/{id}/end-sessions         | id=owner | {}
GET /users/{id}/explanation           | id=owner | ?permission=page.edit
POST /users/{id}/invite               | id=owner | {"by":"mail"}
POST /users/{id}/password             | id=owner | {"password":"eleven tulips in april"}
DELETE /users/{id}/second-factor      | id=owner |
POST /users/{id}/suspend              | id=owner | {}
`;

/**
 * Own things and foreign ones in one request: what the editor of /b asks, and the only answers that are right. Reading
 * the foreign half, or writing to it, would be the fault.
 */
export const MIXED = `
POST /pages                              | {"parentId":<section a>,"type":"fortress.Article","fields":{"title":"Mine"}} | 403 404
POST /pages/<page of /b>/copy            | {"parentId":<section a>} | 403 404
POST /pages/<page of /b>/move            | {"parentId":<section a>} | 403 404
GET /pages/<page of /b>/compare?from=<revision of /b>&to=<first revision of /a> | | 404
GET /pages/<page of /b>/compare?from=<first revision of /a>&to=live | | 404
GET /pages/<page of /b>/revisions/<first revision of /a> | | 404
PATCH /pages/<page of /b>/revisions/<first revision of /a> | {"name":"Mine"} | 404
POST /pages/<page of /b>/revert          | {"revisionId":<first revision of /a>,"baseRevisionId":<revision of /b>} | 404
POST /pages/<page of /b>/preview         | {"source":"revision","revisionId":<first revision of /a>} | 404
POST /pages/<section b>/reorder-children | {"ids":[<draft of /a>]} | 403 404
POST /pages/preview                      | {"parentId":<section a>,"type":"fortress.Article","fields":{"title":"Mine"}} | 403 404
PATCH /documents/<document of /b>        | {"collectionId":<collection of /a>} | 403 404
PATCH /documents/<document of /b>        | {"posterId":<private image>} | 404 422
POST /collections                        | {"name":"Mine","parentId":<collection of /a>} | 403 404
GET /documents/<document of /b>/versions/<document version>/file | | 404
POST /documents/<document of /b>/versions/<document version>/restore | {} | 404
DELETE /documents/<document of /b>/versions/<document version> | | 404
GET /records/fortress.Notice/<notice>/revisions/<first revision of /a> | | 404
POST /records/fortress.Notice/<notice>/revert | {"baseVersion":1,"revisionId":<first revision of /a>} | 404
POST /records/fortress.Notice/<notice>/preview | {"source":"revision","revisionId":<first revision of /a>} | 404
POST /tokens                             | {"name":"Mine","permissions":["page.publish"]} | 403
`;
