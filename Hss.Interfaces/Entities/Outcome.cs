using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Hss.Interfaces.Entities;

/// <summary>What a command came to: a value, or a refusal. Business refusals are values; exceptions are faults.</summary>
[GenerateSerializer, Alias("hss.outcome`1"), Immutable]
public sealed record Outcome<T>
{
    /// <summary>The answer, when it was accepted.</summary>
    [Id(0)]
    public T? Value { get; init; }

    /// <summary>Why nothing was done, when it was not.</summary>
    [Id(1)]
    public Refusal? Refusal { get; init; }

    /// <summary>The entity's version after this command's own last event: the ETag.</summary>
    [Id(2)]
    public long Version { get; init; }

    /// <summary>True when this is the stored answer of an earlier call with the same <c>Idempotency-Key</c>.</summary>
    [Id(3)]
    public bool Replayed { get; init; }

    /// <summary>Whether <see cref="Value"/> is the answer.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Accepted => Refusal is null;

    /// <summary>A refusal is an outcome of any type.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new() { Refusal = refusal };
}

/// <summary>A business refusal. The API maps <paramref name="Code"/> to each dialect in one file.</summary>
/// <param name="Code">One of <see cref="RefusalCodes"/> or a feature's own stable code.</param>
/// <param name="Message">One sentence for people, without personal data.</param>
[GenerateSerializer, Alias("hss.refusal"), Immutable]
public sealed record Refusal([property: Id(0)] string Code, [property: Id(1)] string Message)
{
    /// <summary>All faults at once, or what the caller needs to go on.</summary>
    [Id(2)]
    public ImmutableArray<Fault> Details { get; init; } = [];

    /// <summary>When to try again, where that is known.</summary>
    [Id(3)]
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>One detail of a refusal: a field and what is wrong with it, or a named fact.</summary>
[GenerateSerializer, Alias("hss.fault"), Immutable]
public sealed record Fault([property: Id(0)] string Field, [property: Id(1)] string Message)
{
    /// <summary>What was sent, as JSON text, when saying so helps.</summary>
    [Id(2)]
    public string? Sent { get; init; }

    /// <summary>What was expected, as JSON text, when saying so helps.</summary>
    [Id(3)]
    public string? Expected { get; init; }
}

/// <summary>The refusals that every system knows.</summary>
public static class RefusalCodes
{
    /// <summary>The input breaks a rule (400 or 422, by dialect).</summary>
    public const string Invalid = "validation_error";

    /// <summary>No such thing, or not for this caller (404).</summary>
    public const string NotFound = "not_found";

    /// <summary>The caller may not (403).</summary>
    public const string Forbidden = "forbidden";

    /// <summary>The state does not allow it (409).</summary>
    public const string Conflict = "conflict";

    /// <summary>The version is not the expected one (412).</summary>
    public const string PreconditionFailed = "precondition_failed";

    /// <summary>The same <c>Idempotency-Key</c> came with another body (422).</summary>
    public const string KeyReused = "idempotency_key_reused";

    /// <summary>The first call with this <c>Idempotency-Key</c> still runs (409, retry).</summary>
    public const string InProgress = "request_in_progress";

    /// <summary>Nobody is signed in, or the credentials are wrong (401).</summary>
    public const string Unauthorized = "unauthorized";

    /// <summary>Too often; try later (429).</summary>
    public const string TooMany = "too_many_requests";

    /// <summary>It cannot be done now (503).</summary>
    public const string Unavailable = "unavailable";
}
