using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hss.Api.Library.Books;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Wire;
using Hss.Silo.Assets.Imports;
using Hss.Silo.Library.Imports;

namespace Hss.Api.Library.Imports;

/// <summary>Reads the rows of an import. Each is held to the rules of one book by itself; only what cannot be told apart into rows refuses the whole.</summary>
internal static class BookRows
{
    private const string Books = "books";

    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    private static readonly ImmutableArray<string> Columns =
        ["isbn", "title", "author", "publisher", "publication_year", "description", "cover_image_url", "status", "shelf_location", "copies"];

    private static readonly ImmutableArray<string> Needed = ["isbn", "title", "author"];

    private static readonly ImmutableArray<string> Numbers = ["publication_year", "copies"];

    /// <summary>The rows of <c>{"books":[…]}</c> or a bare list.</summary>
    /// <exception cref="ApiException">It is neither.</exception>
    public static ImmutableArray<BookRow> Json(byte[] content, DateTimeOffset now)
    {
        try
        {
            using var document = JsonDocument.Parse(content, Limits);
            var list = document.RootElement;
            if (list.ValueKind == JsonValueKind.Object)
                list = list.TryGetProperty(Books, out var books) ? books : throw Refused(FieldFaultKind.Missing, "is required");
            if (list.ValueKind != JsonValueKind.Array)
                throw Refused(FieldFaultKind.Type, "must be a list");
            Count(list.GetArrayLength());
            return [.. list.EnumerateArray().Select((row, index) => Row(index + 1, row, now))];
        }
        catch (JsonException e)
        {
            throw new ApiException(ApiError.Malformed($"Malformed JSON payload: line {e.LineNumber + 1}, byte {e.BytePositionInLine}"));
        }
    }

    /// <summary>The rows of a CSV file, whose first line names the columns.</summary>
    /// <exception cref="ApiException">It is no text, or its columns are not known.</exception>
    public static ImmutableArray<BookRow> Csv(byte[] content, DateTimeOffset now)
    {
        var (text, fault) = CsvRecords.Decode(content);
        if (text is null)
            throw Refused(FieldFaultKind.Malformed, $"line {fault!.Line} {fault.Phrase}");
        var rows = ImmutableArray.CreateBuilder<BookRow>();
        ImmutableArray<string>? header = null;
        foreach (var record in CsvRecords.Read(text))
        {
            if (header is null)
                header = Header(record);
            else
                rows.Add(Row(rows.Count + 1, record, header.Value, now));
            if (rows.Count > BookImportBody.MaxRows)
                break;
        }

        Count(rows.Count);
        return rows.ToImmutable();
    }

    private static ImmutableArray<string> Header(CsvRecords.CsvRecord record)
    {
        ImmutableArray<string> names = [.. record.Cells.Select(c => c.Trim().ToLowerInvariant())];
        if (record.Broken)
            throw Refused(FieldFaultKind.Malformed, "has a first line whose quotes do not fit together");
        if (names.FirstOrDefault(n => !Columns.Contains(n)) is { } unknown)
            throw Refused(FieldFaultKind.Choice, $"has the column '{unknown[..Math.Min(unknown.Length, 50)]}'; known are {string.Join(", ", Columns)}");
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Length)
            throw Refused(FieldFaultKind.Rule, "has a column twice");
        return Needed.All(n => names.Contains(n)) ? names : throw Refused(FieldFaultKind.Missing, $"must have the columns {string.Join(", ", Needed)}");
    }

    private static BookRow Row(int number, CsvRecords.CsvRecord record, ImmutableArray<string> header, DateTimeOffset now)
    {
        if (record.Broken)
            return Failed(number, "has quotes that do not fit together");
        if (record.Cells.Length > header.Length)
            return Failed(number, $"has {record.Cells.Length} cells for {header.Length} columns");
        var row = new JsonObject();
        foreach (var (cell, name) in record.Cells.Zip(header).Where(c => c.First.Trim().Length > 0))
            row[name] = Numbers.Contains(name) && long.TryParse(cell.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : cell.Trim();
        return Row(number, JsonSerializer.SerializeToElement(row), now);
    }

    private static BookRow Row(int number, JsonElement row, DateTimeOffset now)
    {
        if (row.ValueKind != JsonValueKind.Object)
            return Failed(number, "must be an object");
        try
        {
            var faults = WireModel.Of(typeof(CreateBookBody)).Check(row);
            if (!faults.IsEmpty)
                return new(number, null, true, [.. faults.Select(Text)]);
            var book = row.Deserialize<CreateBookBody>(WireModel.Options)!;
            faults = BookInput.Faults(book.PublicationYear, now);
            return faults.IsEmpty ? new(number, book.Facts, book.Offered, []) : new(number, null, true, [.. faults.Select(Text)]);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is found only when the text is read.
            return Failed(number, "has a text that is not valid Unicode");
        }
    }

    private static void Count(int rows)
    {
        if (rows == 0)
            throw Refused(FieldFaultKind.TooShort, "must have at least one entry");
        if (rows > BookImportBody.MaxRows)
            throw Refused(FieldFaultKind.TooLong, $"must have at most {BookImportBody.MaxRows} entries");
    }

    private static BookRow Failed(int number, string phrase) => new(number, null, true, [phrase]);

    private static string Text(FieldFault fault) => $"{fault.Name()} {fault.Phrase}";

    private static ApiException Refused(FieldFaultKind kind, string phrase) =>
        new(ApiError.Invalid("The request has invalid fields", new FieldFault(kind, [Books], phrase, null)));
}
