using System.Security.Cryptography;
using System.Text;

namespace Portal.Accounts;

/// <summary>
/// Counts wrong passwords for every e-mail address that is tried, known or not: a stranger meets the same pause after
/// the same number of tries and learns nothing about which accounts exist. In memory; Identity's own lock-out of a
/// real account outlives a restart.
/// </summary>
public sealed class SignInPauses(TimeProvider time)
{
    private const int Capacity = 10_000;

    private readonly Dictionary<string, Tries> _tries = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Whether this address rests now.</summary>
    public bool IsPaused(string email)
    {
        lock (_lock)
            return _tries.TryGetValue(Key(email), out var tries) && tries.Count >= IdentityRules.TriesBeforePause && tries.Until > time.GetUtcNow();
    }

    /// <summary>Counts a wrong password; true when the address rests from now on.</summary>
    public bool Fail(string email)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            if (_tries.Count >= Capacity)
                Forget(now);
            var key = Key(email);
            var count = _tries.TryGetValue(key, out var tries) && tries.Until > now && tries.Count < IdentityRules.TriesBeforePause ? tries.Count + 1 : 1;
            _tries[key] = new Tries(count, now + IdentityRules.Pause);
            return count >= IdentityRules.TriesBeforePause;
        }
    }

    /// <summary>Forgets the wrong tries after a right one.</summary>
    public void Succeed(string email)
    {
        lock (_lock)
            _tries.Remove(Key(email));
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, tries) in _tries)
        {
            if (tries.Until <= now)
                _tries.Remove(key);
        }

        // All of them fresh: somebody tries addresses by the thousand, and the limit per network address is what stops that.
        if (_tries.Count >= Capacity)
            _tries.Clear();
    }

    private static string Key(string email) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(email.Trim().ToUpperInvariant())));

    private readonly record struct Tries(int Count, DateTimeOffset Until);
}
