using System.Collections.Concurrent;

namespace Wallet.Simulator.Apns;

/// <summary>What the simulated APNs is told to answer. Thread safe; a push that nothing is scripted for costs one read.</summary>
/// <remarks>
/// The first that speaks wins: the next answers of the token, the next answers of all, the standing answer of the token,
/// the rules in the order given, the standing answer of all. A push that breaks Apple's rules never gets here.
/// </remarks>
public sealed class ApnsScript
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<ApnsAnswer>> _nextFor = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<ApnsAnswer> _next = new();
    private readonly ConcurrentDictionary<string, ApnsAnswer> _alwaysFor = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<Func<ApnsPush, ApnsAnswer?>> _rules = new();
    private volatile ApnsAnswer? _always;
    private volatile bool _written;
    private long _thinkTicks;

    /// <summary>How long an answer takes that does not say so itself; zero at first.</summary>
    public TimeSpan ThinkTime
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _thinkTicks));
        set => Interlocked.Exchange(ref _thinkTicks, value.Ticks);
    }

    /// <summary>The next pushes get these answers, one each.</summary>
    public void Next(params IEnumerable<ApnsAnswer> answers)
    {
        foreach (var answer in answers) _next.Enqueue(answer);
        _written = true;
    }

    /// <summary>The next pushes of this token get these answers, one each.</summary>
    public void NextFor(string token, params IEnumerable<ApnsAnswer> answers)
    {
        var queue = _nextFor.GetOrAdd(token, static _ => new ConcurrentQueue<ApnsAnswer>());
        foreach (var answer in answers) queue.Enqueue(answer);
        _written = true;
    }

    /// <summary>Every push gets this answer; null ends it.</summary>
    public void Always(ApnsAnswer? answer)
    {
        _always = answer;
        _written = true;
    }

    /// <summary>Every push of this token gets this answer; null ends it.</summary>
    public void AlwaysFor(string token, ApnsAnswer? answer)
    {
        if (answer is null) _alwaysFor.TryRemove(token, out _);
        else _alwaysFor[token] = answer;
        _written = true;
    }

    /// <summary>A rule that is asked for every push; it must be thread safe and answers null when it has nothing to say.</summary>
    public void When(Func<ApnsPush, ApnsAnswer?> rule)
    {
        _rules.Enqueue(rule);
        _written = true;
    }

    /// <summary>Forgets every answer and rule; the think time goes back to zero.</summary>
    public void Clear()
    {
        _written = false;
        _nextFor.Clear();
        _next.Clear();
        _alwaysFor.Clear();
        _rules.Clear();
        _always = null;
        ThinkTime = TimeSpan.Zero;
    }

    internal ApnsAnswer? Decide(ApnsPush push)
    {
        if (!_written) return null;
        if (_nextFor.TryGetValue(push.Token, out var own) && own.TryDequeue(out var answer)) return answer;
        if (_next.TryDequeue(out answer)) return answer;
        if (_alwaysFor.TryGetValue(push.Token, out answer)) return answer;
        foreach (var rule in _rules)
            if (rule(push) is { } ruled) return ruled;
        return _always;
    }
}
