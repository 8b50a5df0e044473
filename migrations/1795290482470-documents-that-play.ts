import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DocumentsThatPlay1795290482470 implements MigrationInterface {
  name = 'DocumentsThatPlay1795290482470';
  after = ['SearchWords1795290100000'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "document_text" ("document_id" integer NOT NULL, "file_hash" character varying(40) NOT NULL, "text" text NOT NULL, "words" tsvector NOT NULL, "failure" text, CONSTRAINT "PK_b8cd4f3498ce7d5d20e3a518911" PRIMARY KEY ("document_id"))`);
    await runner.query(`ALTER TABLE "document" ADD "description" text NOT NULL DEFAULT ''`);
    await runner.query(`ALTER TABLE "document" ADD "language" character varying(35) NOT NULL DEFAULT ''`);
    await runner.query(`ALTER TABLE "document" ADD "media_kind" character varying(10) NOT NULL DEFAULT 'document'`);
    await runner.query(`ALTER TABLE "document" ADD "duration" double precision`);
    await runner.query(`ALTER TABLE "document" ADD "width" integer`);
    await runner.query(`ALTER TABLE "document" ADD "height" integer`);
    await runner.query(`ALTER TABLE "document" ADD "poster_id" integer`);
    await runner.query(`ALTER TABLE "document" ADD "captions" jsonb NOT NULL DEFAULT '[]'`);
    await runner.query(`CREATE INDEX "IDX_2ab984adc61f8026b76720ff42" ON "document"  ("poster_id")`);
    await runner.query(`ALTER TABLE "document" ADD CONSTRAINT "FK_2ab984adc61f8026b76720ff42b" FOREIGN KEY ("poster_id") REFERENCES "image"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "document_text" ADD CONSTRAINT "FK_b8cd4f3498ce7d5d20e3a518911" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`CREATE INDEX document_text_words ON document_text USING gin (words)`);
    await runner.query(`UPDATE document SET media_kind = split_part(mime_type, '/', 1) WHERE mime_type ~ '^(audio|video)/'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "document_text" DROP CONSTRAINT "FK_b8cd4f3498ce7d5d20e3a518911"`);
    await runner.query(`ALTER TABLE "document" DROP CONSTRAINT "FK_2ab984adc61f8026b76720ff42b"`);
    await runner.query(`DROP INDEX "public"."IDX_2ab984adc61f8026b76720ff42"`);
    await runner.query(`ALTER TABLE "document" DROP COLUMN "captions"`);
    await runner.query(`ALTER TABLE "document" DROP COLUMN "poster_id"`);
    await runner.query(`ALTER TABLE "document" DROP COLUMN "height"`);
    await runner.query(`ALTER TABLE "document" DROP COLUMN "width"`);
    await runner.query(`ALTER TABLE "document" DROP COLUMN "duration"`);
    await runner.query(`ALTER TABLE "document" DROP COLUMN "media_kind"`);
    await runner.query(`ALTER TABLE "document" DROP COLUMN "language"`);
    await runner.query(`ALTER TABLE "document" DROP COLUMN "description"`);
    await runner.query(`DROP TABLE "document_text"`);
  }
}
