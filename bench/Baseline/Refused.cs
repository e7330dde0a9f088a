namespace Hss.Baseline;

/// <summary>Why the store refuses something.</summary>
internal sealed record Refused(string Detail, Dictionary<string, string[]>? Faults = null);
