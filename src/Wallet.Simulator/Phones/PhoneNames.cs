namespace Wallet.Simulator.Phones;

/// <summary>Names such as people give their phones.</summary>
public static class PhoneNames
{
    private static readonly string[] Owners =
    [
        "Anna", "Ben", "Chiara", "David", "Elif", "Felix", "Grace", "Hugo", "Ines", "Jonas", "Kavya", "Liam", "Maria", "Noah", "Olga", "Pedro",
        "Quinn", "Rosa", "Samir", "Tara", "Umar", "Vera", "William", "Xenia", "Yuki", "Zoe", "Aisha", "Bruno", "Carmen", "Diego", "Emma", "Finn",
        "Greta", "Hana", "Ivan", "Julia", "Kofi", "Lena", "Marek", "Nadia", "Oscar", "Paula", "Rafael", "Sofia", "Tom", "Ursula", "Victor", "Wei",
    ];

    private static readonly string[] Devices = ["iPhone", "iPhone 17", "iPhone Air", "Apple Watch", "iPhone 16 Pro", "old iPhone", "work phone", "iPhone SE"];

    /// <summary>The name of the phone with this number; the same for the same number, different for the first 384.</summary>
    public static string Of(int number)
    {
        var owner = Owners[number % Owners.Length];
        var device = Devices[number / Owners.Length % Devices.Length];
        var again = number / (Owners.Length * Devices.Length);
        return again == 0 ? $"{owner}’s {device}" : $"{owner}’s {device} ({again + 1})";
    }
}
