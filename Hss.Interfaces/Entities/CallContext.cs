namespace Hss.Interfaces.Entities;

/// <summary>Who calls, and as part of what: travels with every command and is written to its events.</summary>
/// <param name="Actor">The account id, <c>guest</c>, or <c>system</c>.</param>
/// <param name="Role">The caller's role in the system that is called; empty when there is none.</param>
/// <param name="RequestId">The request's id, 1..64 characters of <c>[A-Za-z0-9._-]</c>.</param>
/// <param name="Ip">The caller's address, or null. Personal data: stored encrypted, never logged.</param>
/// <param name="Operation">The idempotent operation that this command is, or null.</param>
/// <param name="ExpectedVersion">The version that the caller saw (<c>If-Match</c>), or null.</param>
[GenerateSerializer, Alias("hss.call-context"), Immutable]
public sealed record CallContext(
    [property: Id(0)] string Actor,
    [property: Id(1)] string Role,
    [property: Id(2)] string RequestId,
    [property: Id(3)] string? Ip = null,
    [property: Id(4)] Operation? Operation = null,
    [property: Id(5)] long? ExpectedVersion = null)
{
    /// <summary>The actor of work that no account asked for: due work, effects, migrations.</summary>
    public const string SystemActor = "system";

    /// <summary>The context of the platform's own work.</summary>
    public static CallContext System(string requestId) => new(SystemActor, "", requestId);

    /// <summary>
    /// The context of one step of several: the operation, whose answer is kept once, and the version that the caller saw belong to the whole and to one entity alone.
    /// </summary>
    public CallContext OfOneStep() => this with { Operation = null, ExpectedVersion = null };
}

/// <summary>An idempotent operation, made from the <c>Idempotency-Key</c> header.</summary>
/// <param name="Id">SHA-256 (lower-case hex) over account, method, path and key.</param>
/// <param name="Fingerprint">SHA-256 (lower-case hex) of the body: another body under the same key is refused.</param>
[GenerateSerializer, Alias("hss.operation"), Immutable]
public sealed record Operation([property: Id(0)] string Id, [property: Id(1)] string Fingerprint);
