using System.Collections.Immutable;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Entities;

/// <summary>A state with the version, chain end and time of its last event.</summary>
internal sealed record Versioned<TState>(TState State, long Version, byte[] Head, DateTimeOffset LastAt);

/// <summary>What one command adds to a batch.</summary>
internal sealed record Change(ImmutableArray<JournalEvent> Events, ImmutableArray<EffectRow> Effects, OperationRow? Operation)
{
    public static readonly Change None = new([], [], null);
}

/// <summary>All decisions of one entity that go into one write, and the callers who wait for it.</summary>
internal sealed class EntityBatch<TState>(Versioned<TState> basis)
{
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ImmutableArray<JournalEvent>.Builder _events = ImmutableArray.CreateBuilder<JournalEvent>();
    private readonly ImmutableArray<EffectRow>.Builder _effects = ImmutableArray.CreateBuilder<EffectRow>();
    private readonly ImmutableArray<OperationRow>.Builder _operations = ImmutableArray.CreateBuilder<OperationRow>();

    public Versioned<TState> Basis { get; } = basis;

    public Versioned<TState> Last { get; private set; } = basis;

    public bool HasEvents => _events.Count > 0;

    public ImmutableArray<JournalEvent> Events => _events.ToImmutable();

    public ImmutableArray<EffectRow> Effects => _effects.ToImmutable();

    public ImmutableArray<OperationRow> Operations => _operations.ToImmutable();

    public Task Completion => _completion.Task;

    public void Add(Versioned<TState> next, Change change)
    {
        Last = next;
        _events.AddRange(change.Events);
        _effects.AddRange(change.Effects);
        if (change.Operation is { } operation)
            _operations.Add(operation);
    }

    public void Succeed() => _completion.SetResult();

    public void Fail(Exception fault)
    {
        _completion.SetException(fault is ConflictException ? new JournalException(JournalFault.Busy, fault.Message, fault) : fault);
        _ = _completion.Task.Exception; // Nobody need be waiting for a bookkeeping write.
    }
}

/// <summary>The stored version was another one.</summary>
internal sealed class ConflictException(string message) : Exception(message);

/// <summary>One of the batch's operations is stored already.</summary>
internal sealed class OperationExistsException(string message) : Exception(message);
