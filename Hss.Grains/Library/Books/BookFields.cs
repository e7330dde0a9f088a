using System.Collections.Immutable;
using Hss.Interfaces.Library;

namespace Hss.Grains.Library.Books;

/// <summary>The facts of a title by their names on the wire.</summary>
public static class BookFields
{
    /// <summary>Those that a change may name.</summary>
    public static ImmutableArray<string> Names { get; } =
        ["isbn", "title", "author", "publisher", "publication_year", "description", "cover_image_url", "shelf_location", "copies"];

    /// <summary>The facts after a change: what is not named stays.</summary>
    public static BookFacts With(BookFacts facts, BookChange change) => change.Fields.Aggregate(facts, (f, field) => field switch
    {
        "isbn" => f with { Isbn = change.Facts.Isbn },
        "title" => f with { Title = change.Facts.Title },
        "author" => f with { Author = change.Facts.Author },
        "publisher" => f with { Publisher = change.Facts.Publisher },
        "publication_year" => f with { PublicationYear = change.Facts.PublicationYear },
        "description" => f with { Description = change.Facts.Description },
        "cover_image_url" => f with { CoverImageUrl = change.Facts.CoverImageUrl },
        "shelf_location" => f with { ShelfLocation = change.Facts.ShelfLocation },
        "copies" => f with { Copies = change.Facts.Copies },
        _ => f,
    });
}
