using System.Collections.Concurrent;

namespace Hss.Tests.Journal.Grains;

/// <summary>What test grains tell, and what they wait for.</summary>
public sealed class Gates
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _gates = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _said = [];

    public string[] Said => [.. _said];

    public void Say(string what) => _said.Enqueue(what);

    public Task Pass(string name) => Gate(name).Task;

    public void Open(string name) => Gate(name).TrySetResult();

    private TaskCompletionSource Gate(string name) =>
        _gates.GetOrAdd(name, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
