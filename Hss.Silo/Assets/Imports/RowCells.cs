using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Hss.Grains.Entities;
using Hss.Interfaces.Assets;

namespace Hss.Silo.Assets.Imports;

/// <summary>The cells of one row by their columns' names; what is wrong with them goes to <paramref name="faults"/>. An empty cell is none.</summary>
internal sealed class RowCells(CsvRecords.CsvRecord record, ImmutableArray<string> header, ImportFaults faults)
{
    private static readonly string[] Dates =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK",
    ];

    public string? Text(string column, int maxLength)
    {
        if (Cell(column) is not { } cell)
            return null;
        var text = FormulaGuard.Open(cell).Trim();
        if (text.Length == 0)
            return null;
        if (text.Length > maxLength)
            Wrong(column, ImportFaultKind.TooLong, $"must have at most {maxLength} characters");
        return text;
    }

    public string Required(string column, int maxLength)
    {
        if (Text(column, maxLength) is { } text)
            return text;
        Wrong(column, ImportFaultKind.Missing, "is required");
        return "";
    }

    public string? Reference(
        string codeColumn, string idColumn, FrozenDictionary<string, string> ids, FrozenDictionary<string, string> codes, string what, bool required)
    {
        var byId = header.Contains(idColumn);
        var column = byId ? idColumn : codeColumn;
        if (Cell(column) is not { } cell)
        {
            if (required)
                Wrong(column, ImportFaultKind.Missing, "is required");
            return null;
        }

        var key = FormulaGuard.Open(cell.Trim());
        if (byId ? codes.ContainsKey(key) : ids.ContainsKey(key))
            return byId ? key : ids[key];
        Wrong(column, ImportFaultKind.Choice, $"names no {what}");
        return null;
    }

    public DateTimeOffset? Date(string column)
    {
        if (Cell(column)?.Trim() is not { } cell)
            return null;
        if (DateTimeOffset.TryParseExact(cell, Dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date))
            return date;
        Wrong(column, ImportFaultKind.Type, "must be a date, or a date and time (ISO 8601)");
        return null;
    }

    public long? Cents(string column)
    {
        if (Cell(column)?.Trim() is not { } cell)
            return null;
        if (!decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price))
            Wrong(column, ImportFaultKind.Type, "must be a number");
        else if (price is < 0 or > AssetLimits.MaxPrice)
            Wrong(column, ImportFaultKind.Range, string.Create(CultureInfo.InvariantCulture, $"must be between 0 and {AssetLimits.MaxPrice}"));
        else if (decimal.Round(price, 2) != price)
            Wrong(column, ImportFaultKind.Rule, "must have at most 2 decimals");
        else
            return Money.FromUnits(price);
        return null;
    }

    public string Status()
    {
        var cell = Cell(ImportColumns.Status)?.Trim();
        if (cell is null)
            return AssetStatus.Available;
        if (cell == AssetStatus.Assigned)
            Wrong(ImportColumns.Status, ImportFaultKind.Rule, "must not be assigned: an import gives assets to nobody");
        else if (!AssetStatus.All.Contains(cell))
            Wrong(ImportColumns.Status, ImportFaultKind.Choice, $"must be one of [{string.Join(", ", AssetStatus.All.Remove(AssetStatus.Assigned).Select(s => $"'{s}'"))}]");
        return cell;
    }

    public void Wrong(string column, ImportFaultKind kind, string phrase) => faults.Add(new(record.Line, column, kind, phrase, Cell(column)));

    private string? Cell(string column)
    {
        var index = header.IndexOf(column);
        return index >= 0 && !string.IsNullOrWhiteSpace(record.Cells[index]) ? record.Cells[index] : null;
    }
}
