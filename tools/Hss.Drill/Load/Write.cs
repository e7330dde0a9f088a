using System.Text.Json.Nodes;
using Hss.Drill.Record;

namespace Hss.Drill.Load;

/// <summary>A write to be sent until it is answered.</summary>
/// <param name="Step">What it is, for people.</param>
/// <param name="Path">Where it is posted to.</param>
/// <param name="Body">JSON, or null.</param>
internal sealed record Write(string Step, string Path, object? Body = null)
{
    /// <summary>The kind of the entity that it changes, as the audit calls it.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The entity, when it is known before the answer.</summary>
    public string? Id { get; init; }

    /// <summary>Where an answer names the entity.</summary>
    public Func<JsonNode, JsonNode?>? IdOf { get; init; }

    /// <summary>The event that it makes for certain, or null.</summary>
    public string? Event { get; init; }

    /// <summary>What the answer says of that event.</summary>
    public Func<JsonNode, IEnumerable<ToldFact>>? FactsOf { get; init; }

    /// <summary>PUT where the contract has no POST.</summary>
    public HttpMethod Method { get; init; } = HttpMethod.Post;
}
