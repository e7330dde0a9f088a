using System.Collections.Immutable;
using Hss.Grains.Assets.Registry;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Assets.Imports;

namespace Hss.Silo.Assets.Imports;

/// <summary>Reads a file of assets and finds all its faults at once.</summary>
public static class ImportReader
{
    /// <summary>Reads it.</summary>
    public static ImportFile Read(ReadOnlySpan<byte> content, ImportReferences references)
    {
        var (text, fault) = CsvRecords.Decode(content);
        return text is null ? new([], 0, [fault!], 1) : new Reading(references).Read(text);
    }

    private sealed class Reading(ImportReferences references)
    {
        private readonly ImmutableArray<ImportRow>.Builder _rows = ImmutableArray.CreateBuilder<ImportRow>();
        private readonly ImportFaults _faults = new();
        private readonly Dictionary<string, int> _tags = new(StringComparer.Ordinal);

        public ImportFile Read(string text)
        {
            ImmutableArray<string>? header = null;
            var count = 0;
            foreach (var record in CsvRecords.Read(text))
            {
                if (header is null)
                {
                    header = Header(record);
                    if (_faults.Total > 0)
                        break;
                }
                else if (++count > ImportFile.MaxRows)
                {
                    _faults.Add(new(record.Line, null, ImportFaultKind.Range, $"is beyond the {ImportFile.MaxRows} rows that a file may have"));
                    break;
                }
                else
                {
                    Row(record, header.Value, count);
                }
            }

            if (header is null)
                _faults.Add(new(1, null, ImportFaultKind.Missing, "must name the columns"));
            else if (count == 0 && _faults.Total == 0)
                _faults.Add(new(2, null, ImportFaultKind.Missing, "must be a row"));
            return new(_rows.ToImmutable(), Math.Min(count, ImportFile.MaxRows), _faults.First, _faults.Total);
        }

        private ImmutableArray<string> Header(CsvRecords.CsvRecord record)
        {
            ImmutableArray<string> names = [.. record.Cells.Select(c => c.Trim().ToLowerInvariant())];
            if (record.Broken)
                _faults.Add(new(record.Line, null, ImportFaultKind.Form, "has quotes that do not fit together"));
            foreach (var (index, name) in names.Index())
            {
                if (!ImportColumns.All.Contains(name))
                    _faults.Add(new(record.Line, record.Cells[index], ImportFaultKind.Choice, $"is no column of assets; those are {string.Join(", ", ImportColumns.All)}", record.Cells[index]));
                else if (names.IndexOf(name) < index)
                    _faults.Add(new(record.Line, name, ImportFaultKind.Rule, "is there twice", name));
            }

            Either(ImportColumns.CategoryCode, ImportColumns.CategoryId);
            Either(ImportColumns.LocationCode, ImportColumns.LocationId);
            if (!names.Contains(ImportColumns.Name))
                _faults.Add(new(record.Line, ImportColumns.Name, ImportFaultKind.Missing, "is required"));
            if (!names.Contains(ImportColumns.CategoryCode) && !names.Contains(ImportColumns.CategoryId))
                _faults.Add(new(record.Line, ImportColumns.CategoryCode, ImportFaultKind.Missing, "is required"));
            return names;

            void Either(string code, string id)
            {
                if (names.Contains(code) && names.Contains(id))
                    _faults.Add(new(record.Line, id, ImportFaultKind.Rule, $"must not stand beside {code}", id));
            }
        }

        private void Row(CsvRecords.CsvRecord record, ImmutableArray<string> header, int number)
        {
            var before = _faults.Total;
            if (record.Broken)
            {
                _faults.Add(new(record.Line, null, ImportFaultKind.Form, "has quotes that do not fit together"));
                return;
            }

            if (record.Cells.Length != header.Length)
            {
                _faults.Add(new(record.Line, null, ImportFaultKind.Form, $"has {record.Cells.Length} cells; the header has {header.Length}"));
                return;
            }

            var row = new RowCells(record, header, _faults);
            var tag = row.Text(ImportColumns.Tag, AssetTags.MaxLength) is { } given ? AssetTags.Normal(given) : null;
            if (tag is not null && !_tags.TryAdd(tag, record.Line))
                row.Wrong(ImportColumns.Tag, ImportFaultKind.Rule, $"is in line {_tags[tag]} already");
            var details = new AssetDetails(
                row.Required(ImportColumns.Name, AssetLimits.Name),
                row.Reference(ImportColumns.CategoryCode, ImportColumns.CategoryId, references.CategoryIds, references.CategoryCodes, "category", required: true) ?? "",
                row.Reference(ImportColumns.LocationCode, ImportColumns.LocationId, references.LocationIds, references.LocationCodes, "location", required: false),
                row.Date(ImportColumns.PurchaseDate),
                row.Cents(ImportColumns.PurchasePrice),
                row.Date(ImportColumns.WarrantyEnd),
                row.Text(ImportColumns.Notes, AssetLimits.Notes),
                row.Text(ImportColumns.Model, AssetLimits.Label),
                row.Text(ImportColumns.SerialNumber, AssetLimits.Label),
                row.Text(ImportColumns.Supplier, AssetLimits.Label));
            var status = row.Status();
            if (_faults.Total == before)
                _rows.Add(new(number, record.Line, tag, status, details));
        }
    }
}
