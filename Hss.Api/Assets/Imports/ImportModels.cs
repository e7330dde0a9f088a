using System.Collections.Immutable;
using System.Text.Json;
using Hss.Api.Platform.Errors;
using Hss.Interfaces.Assets.Imports;
using Hss.Silo.Assets.Imports;

namespace Hss.Api.Assets.Imports;

/// <summary>An import of a file of assets.</summary>
/// <param name="Status"><c>accepted</c>, <c>running</c>, <c>completed</c>, or <c>failed</c> when some rows could not become assets.</param>
/// <param name="Rows">How many the file has.</param>
/// <param name="Created">How many are assets by now; brought up to date every 250 rows.</param>
/// <param name="Errors">The rows that could not become assets.</param>
public sealed record AssetImport(
    string Id, string Status, int Rows, int Created, ImmutableArray<AssetImportError> Errors, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset? CompletedAt)
{
    /// <summary>As callers see it.</summary>
    public static AssetImport Of(ImportView view) => new(
        view.Id, view.Status, view.Rows, view.Created, [.. view.Errors.Select(e => new AssetImportError(e.Line, e.Tag, e.Message))], view.By, view.CreatedAt, view.CompletedAt);
}

/// <summary>A row that could not become an asset.</summary>
/// <param name="Line">The line of the file, from 1.</param>
public sealed record AssetImportError(int Line, string AssetTag, string Message);

/// <summary>What an import would come to.</summary>
/// <param name="Valid">Whether the file has no faults.</param>
/// <param name="Rows">How many it has.</param>
/// <param name="TotalErrors">How many faults.</param>
/// <param name="Errors">The first 1,000 of them.</param>
public sealed record AssetImportReport(bool DryRun, bool Valid, int Rows, int TotalErrors, ImmutableArray<AssetFileError> Errors)
{
    /// <summary>Of a checked file.</summary>
    public static AssetImportReport Of(ImportFile file) =>
        new(true, file.TotalFaults == 0, file.RowCount, file.TotalFaults, [.. file.Faults.Select(f => new AssetFileError(f.Line, f.Column, f.Phrase, f.Value))]);
}

/// <summary>A fault of a file.</summary>
/// <param name="Line">From 1: the line in which the row begins.</param>
/// <param name="Column">The column's name, or null when it is about the row.</param>
/// <param name="Value">The cell, or null.</param>
public sealed record AssetFileError(int Line, string? Column, string Message, string? Value);

/// <summary>Faults of files as errors of the API: <c>loc</c> is <c>["body", line, column]</c>.</summary>
internal static class ImportErrors
{
    /// <summary>The error of a file with faults.</summary>
    public static ApiError Of(ImportFile file) => Invalid([.. file.Faults.Select(Fault)], file.TotalFaults);

    /// <summary>The same for faults that came up when the file was being accepted.</summary>
    public static ApiError Of(ApiError error) => Invalid([.. error.Faults.Take(ImportFile.MaxFaults)], error.Faults.Length);

    private static ApiError Invalid(ImmutableArray<FieldFault> faults, int total) => ApiError.Invalid("The file has faults", faults) with { TotalFaults = total };

    private static FieldFault Fault(ImportFault fault) => new(
        fault.Kind switch
        {
            ImportFaultKind.Missing => FieldFaultKind.Missing,
            ImportFaultKind.TooLong => FieldFaultKind.TooLong,
            ImportFaultKind.Choice => FieldFaultKind.Choice,
            ImportFaultKind.Range => FieldFaultKind.Range,
            _ => FieldFaultKind.Rule,
        },
        fault.Column is null ? [fault.Line] : [fault.Line, fault.Column],
        fault.Phrase,
        fault.Value is null ? null : JsonSerializer.SerializeToElement(fault.Value));
}
