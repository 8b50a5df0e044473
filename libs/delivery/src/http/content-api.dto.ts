import { ApiProperty } from '@nestjs/swagger';

/** An error, in the words of Wagtail's API. */
export class ErrorDto {
  @ApiProperty({ example: "type doesn't exist" }) message!: string;
}

/** What every object says about itself; types add their own. */
export class ObjectMetaDto {
  @ApiProperty({ example: 'blog.BlogPage' }) type!: string;
  @ApiProperty({ example: 'https://example.org/api/v2/pages/7/' }) detail_url!: string;
}

/** An object. Its further members are the fields of its type. */
export class ObjectDto {
  @ApiProperty() id!: number;
  @ApiProperty() meta!: ObjectMetaDto;
}

/** Facts about a listing. */
export class ListingMetaDto {
  @ApiProperty({ description: 'How many there are in all' }) total_count!: number;
}

/** One page of a listing. */
export class ListingDto {
  @ApiProperty() meta!: ListingMetaDto;
  @ApiProperty({ type: [ObjectDto] }) items!: ObjectDto[];
}
