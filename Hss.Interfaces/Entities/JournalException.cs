namespace Hss.Interfaces.Entities;

/// <summary>Storage could not take the command. A fault, not a refusal.</summary>
[GenerateSerializer, Alias("hss.journal-exception")]
public sealed class JournalException : Exception
{
    /// <summary>Makes the fault.</summary>
    public JournalException(JournalFault fault, string message) : base(message) => Fault = fault;

    /// <inheritdoc cref="JournalException(JournalFault, string)" />
    public JournalException(JournalFault fault, string message, Exception? inner) : base(message, inner) => Fault = fault;

    /// <summary>What is known about the write.</summary>
    [Id(0)]
    public JournalFault Fault { get; }
}

/// <summary>What is known about a write that did not succeed.</summary>
public enum JournalFault
{
    /// <summary>Nothing was done; try again later (503 <c>busy</c>).</summary>
    Busy,

    /// <summary>It may have been done; retry with the same <c>Idempotency-Key</c> (503 <c>outcome_unknown</c>).</summary>
    OutcomeUnknown,

    /// <summary>The data cannot be stored; nothing was done (a defect of ours).</summary>
    Unstorable,

    /// <summary>The stored entity is of a newer or damaged form; only this entity is refused.</summary>
    Unreadable,
}
