using System.Text.Json.Serialization;

namespace Hss.Baseline;

/// <summary>Why the store refuses something.</summary>
internal sealed record Refused(string Detail, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Dictionary<string, string[]>? Faults = null);
